import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checks } from './checks';
import { keep, keptResults } from './kept-results';
import { markdownOf } from './markdown';
import { playInOwnProcess } from './own-process';
import { type Result, remarksOf, rowsOf, textTable } from './results';
import { chapters, parts } from './scenarios';
import type { SystemName } from './system';

const usage = `npm run bench                                            measures everything; takes its time
npm run bench -- --accounts 1000,10000 --only initial,off   sizes of the site, and parts: ${parts.join(', ')}
npm run bench -- --systems kith                          without the obvious way to write it
npm run bench -- --write                                 also writes docs/benchmark.md, from the latest result of each part
npm run bench -- --rewrite                               writes docs/benchmark.md from what was measured before
npm run bench -- --check                                 the promises that take long to check; --only names some of them`;

const options = {
  accounts: { type: 'string' },
  only: { type: 'string' },
  systems: { type: 'string', default: 'kith,naive' },
  write: { type: 'boolean', default: false },
  rewrite: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  if (values.help) return console.log(usage);
  if (values.check) return check(values.only?.split(','), values.accounts);
  if (values.rewrite) return writeDocument();
  const wanted = chosen(values.only, parts);
  const systems = chosen<SystemName>(values.systems, ['kith', 'naive']);
  const sizes = (values.accounts ?? '1000,10000,100000').split(',').map(Number);
  const results: Result[] = [];
  for (const accounts of sizes) {
    for (const chapter of chapters) {
      for (const system of systems) {
        const mine = wanted.filter((part) => chapter.includes(part));
        if (mine.length === 0) continue;
        await playInOwnProcess({ system, accounts, chapter: [...chapter], wanted: mine }, (measured) => {
          const result = { system, accounts, at: new Date().toISOString(), ...measured };
          results.push(result);
          keep(result);
          console.log(`measured: ${accounts} accounts, ${measured.part}, ${system}`);
        });
      }
    }
  }
  for (const accounts of sizes) {
    for (const part of wanted) {
      const these = results.filter((result) => result.accounts === accounts && result.part === part);
      const rows = rowsOf(these);
      if (rows !== undefined) console.log(`\n${textTable(accounts, part, rows, remarksOf(these))}`);
    }
  }
  if (values.write) writeDocument();
}

function writeDocument(): void {
  writeFileSync(join('docs', 'benchmark.md'), markdownOf(keptResults()));
}

function chosen<T extends string>(names: string | undefined, all: readonly T[]): T[] {
  if (names === undefined) return [...all];
  const wanted = names.split(',');
  const unknown = wanted.filter((name) => !all.some((known) => known === name));
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}. There are ${all.join(', ')}.`);
  return all.filter((name) => wanted.includes(name));
}

async function check(only: string[] | undefined, accounts: string | undefined): Promise<void> {
  for (const [name, { title, run }] of Object.entries(checks)) {
    if (only !== undefined && !only.includes(name)) continue;
    const failures = await run(accounts === undefined ? undefined : Number(accounts));
    console.log(`${failures.length === 0 ? 'holds ' : 'BROKEN'}  ${title}`);
    for (const failure of failures) console.log(`        ${failure}`);
    if (failures.length > 0) process.exitCode = 1;
  }
}

void main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
