import { answersPeople } from './answers-people';
import { followsACompany } from './follows-a-company';
import { keepsToItsFloor } from './keeps-to-its-floor';
import { offAtOnce } from './off-at-once';
import { survivesKills } from './survives-kills';
import { writesNothingUnchanged } from './writes-nothing-unchanged';

/** A promise that takes too long to check for every test run. `run` gives what speaks against it. */
export interface Check {
  title: string;
  run: (accounts?: number) => Promise<string[]>;
}

export const checks: Record<string, Check> = {
  floor: {
    title: 'The initial run of 10,000 accounts ends within ten simulated minutes and 1.02 times its points',
    run: keepsToItsFloor,
  },
  unchanged: {
    title: 'An unchanged turn, of a run and of the walk, writes no contact, no claim, no link and no skip',
    run: writesNothingUnchanged,
  },
  people: {
    title: 'Calls of people are never refused for quota while runs go on',
    run: answersPeople,
  },
  off: {
    title: 'Turning off during a run leaves no contact synced from that moment, whatever old workers do',
    run: offAtOnce,
  },
  issues: {
    title:
      'Open issues, 10,000 of them, follow a company change and its undoing within the budgets and limits per issue',
    run: followsACompany,
  },
  kills: {
    title: 'A run over 100,000 accounts that is killed at ten random points ends as an undisturbed one',
    run: survivesKills,
  },
};
