import { kith } from './kith';
import { naive } from './naive-system';
import { type Part, playChapter } from './scenarios';
import type { SystemName } from './system';

const systems = { kith, naive };

/** What a process of its own is told to play, so that its processor time and heap are its own. */
export interface Assignment {
  system: SystemName;
  accounts: number;
  chapter: Part[];
  wanted: Part[];
}

process.once('message', (assignment: Assignment) => {
  const { system, accounts, chapter, wanted } = assignment;
  playChapter(systems[system], accounts, chapter, new Set(wanted), (measured) => process.send?.(measured))
    .then(() => process.disconnect())
    .catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
});
