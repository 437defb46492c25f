import type { User } from '../../sandbox/src/jira';
import { BenchSite, hour, minute } from './bench-site';
import { type Floor, floorOf, listed, noRecords, type RecordBytes, sizesOf, type Task } from './floors';
import { measure, type Use } from './measure';
import type { RunResult, System } from './system';

export const parts = ['initial', 'linking', 'unchanged', 'walk', 'changed', 'events', 'off'] as const;
export type Part = (typeof parts)[number];

export const titles: Record<Part, string> = {
  initial: 'Initial run on an empty site',
  linking: 'Initial run with every second contact already there',
  unchanged: 'Unchanged: a reconcile run over everybody',
  walk: 'Unchanged: a full turn of the walk over the links',
  changed: 'One account in a hundred changed: a reconcile run',
  events: '5,000 user events at once',
  off: 'Turning off: a run that clears up',
};

/** Parts that follow one another on one site; each leaves the site as the next one needs it. */
export const chapters: readonly (readonly Part[])[] = [
  ['initial', 'unchanged', 'walk', 'changed', 'events', 'off'],
  ['linking'],
];

export interface Measured {
  part: Part;
  use: Use;
  /** What storage held at the end of the part, in bytes; the heap has to hold at least this and the directory. */
  floor: Floor;
  /** Heap that is still in use after the part, in bytes. */
  heldHeapBytes: number;
  run?: RunResult;
  note?: string;
}

const events = 5_000;

/** A turn of the walk is spread over a day on purpose, with a look at the state of sync every five minutes. */
const walkTurnMs = 20 * hour;
const tickMs = 5 * minute;
/** Jira Cloud REST API: Bulk get users. */
const idsPerBulkRequest = 200;

/** Plays a chapter from its beginning, and measures those of its parts that are wanted. */
export async function playChapter(
  system: System,
  accounts: number,
  chapter: readonly Part[],
  wanted: ReadonlySet<Part>,
  onMeasured: (measured: Measured) => void,
): Promise<void> {
  const last = chapter.findLastIndex((part) => wanted.has(part));
  const site = await BenchSite.open(system, accounts);
  for (const part of chapter.slice(0, last + 1)) {
    if (!wanted.has(part) && part !== 'initial') continue;
    const measured = await play[part](site);
    if (measured !== undefined && wanted.has(part)) onMeasured(measured);
  }
  site.sandbox.dispose();
}

type Play = (site: BenchSite) => Promise<Measured | undefined>;

const play: Record<Part, Play> = {
  initial: (site) => initialRun(site, 'initial', 0),
  linking: async (site) => {
    const planted = everySecond(site.directory);
    await site.plant(planted.map((user, index) => site.system.regularContact(plantedId(index), user)));
    return initialRun(site, 'linking', planted.length);
  },
  unchanged: async (site) => {
    await site.toFullHour();
    const { use, run } = await measureRun(site, () => site.admin('syncNow', {}));
    const links = run.created + run.linked + run.updated + run.unchanged;
    const task: Task = { ...nothingWritten, ...listed(site), found: { ...noRecords, links, skips: run.skipped } };
    return conclude(site, 'unchanged', use, task, sizesOf(site), run);
  },
  walk: async (site) => {
    const began = site.system.walkTurn(site);
    if (began === undefined) return undefined;
    await site.until(() => site.system.walkTurn(site) !== began);
    const turn = site.system.walkTurn(site);
    const use = await measure(site, () => site.until(() => site.system.walkTurn(site) !== turn));
    const links = site.system.syncedNames(site).size;
    const hidden = Math.round((listed(site).hidden / site.directory.length) * links);
    const task: Task = { ...nothingWritten, accounts: links, hidden, found: { ...noRecords, links } };
    const note =
      'With the walk over the list of users, the five-minute schedule and the personal-data report, a day of rest.';
    const measured = conclude(site, 'walk', use, task, sizesOf(site));
    measured.floor.simulatedMs = walkTurnMs;
    measured.floor.readRequests += walkTurnMs / tickMs;
    measured.floor.readUnits += walkTurnMs / tickMs;
    measured.floor.jiraCalls += Math.ceil(links / idsPerBulkRequest) - Math.ceil(links / 1_000);
    return { ...measured, note };
  },
  changed: async (site) => {
    const people = eligible(site.directory).filter((_, index) => index % 100 === 0);
    await site.changeSilently(() => {
      for (const { accountId, displayName } of people) site.sandbox.jira.renameUser(accountId, `${displayName} Jr.`);
    });
    await site.toFullHour();
    const { use, run } = await measureRun(site, () => site.admin('syncNow', {}));
    const links = run.created + run.linked + run.updated + run.unchanged;
    const count = people.length;
    const task: Task = {
      ...nothingWritten,
      ...listed(site),
      found: { ...noRecords, links, skips: run.skipped, contacts: count },
      written: { ...noRecords, contacts: count, links: count },
      decisions: [{ count, operations: 2 }],
    };
    return conclude(site, 'changed', use, task, sizesOf(site), run);
  },
  events: manyEvents,
  off: async (site) => {
    await site.toFullHour();
    const before = sizesOf(site);
    const { use, run } = await measureRun(site, () => site.admin('setSyncEnabled', { enabled: false }));
    const count = run.unlinked;
    const both = { ...noRecords, contacts: count, links: count };
    const after = sizesOf(site);
    const task: Task = { ...nothingWritten, found: both, written: both, decisions: [{ count, operations: 2 }] };
    return conclude(site, 'off', use, task, { ...after, contacts: before.contacts }, run);
  },
};

const nothingWritten: Task = {
  accounts: 0,
  hidden: 0,
  singly: 0,
  found: noRecords,
  absent: 0,
  written: noRecords,
  decisions: [],
  alone: false,
};

async function initialRun(site: BenchSite, part: Part, planted: number): Promise<Measured> {
  if (planted > 0) await site.toFullHour();
  const { use, run } = await measureRun(site, () => site.admin('setSyncEnabled', { enabled: true }));
  const { created, skipped } = run;
  const linked = Math.min(planted, run.linked);
  const second = run.linked - linked;
  const task: Task = {
    ...nothingWritten,
    ...listed(site),
    found: { ...noRecords, claims: run.linked, contacts: run.linked },
    absent: 2 * created + run.linked + skipped,
    written: { contacts: created + run.linked, claims: created, links: created + run.linked, skips: skipped },
    decisions: [
      { count: created, operations: 3 },
      { count: linked + second, operations: 2 },
      { count: skipped, operations: 1 },
    ],
  };
  return conclude(site, part, use, task, sizesOf(site), run);
}

/** Renames people in turn until there are so many events, all in the same second. */
async function manyEvents(site: BenchSite): Promise<Measured> {
  const { jira } = site.sandbox;
  const people = eligible(site.directory).filter((user) => user.accountType === 'atlassian');
  const touched = new Map<string, User>();
  await site.toFullHour();
  const use = await measure(site, async () => {
    for (let nth = 0; nth < events; nth++) {
      const user = people[nth % people.length];
      if (user === undefined) break;
      touched.set(user.accountId, jira.renameUser(user.accountId, `${user.displayName} ${nth}`));
    }
    await site.untilQuiet();
  });
  const names = site.system.syncedNames(site);
  const behind = [...touched].filter(([id, user]) => {
    const name = names.get(id);
    return name !== undefined && name !== user.displayName;
  });
  const hidden = Math.round((people.filter((user) => user.emailHidden).length / people.length) * events);
  const count = touched.size;
  const task: Task = {
    ...nothingWritten,
    singly: events,
    found: { ...noRecords, links: events, contacts: events },
    written: { ...noRecords, contacts: count, links: count },
    decisions: [{ count, operations: 2 }],
    alone: true,
  };
  const measured = conclude(site, 'events', use, task, sizesOf(site));
  measured.floor.jiraCalls += hidden;
  measured.floor.points += 3 * hidden;
  return {
    ...measured,
    note: `${behind.length} of ${count} accounts were behind when nothing was on its way any more.`,
  };
}

async function measureRun(site: BenchSite, ask: () => Promise<void>): Promise<{ use: Use; run: RunResult }> {
  const since = site.now;
  const run = (): RunResult => {
    const finished = site.system.finishedRun(site);
    if (finished === undefined) throw new Error('The run is not over.');
    return finished;
  };
  const work = async (): Promise<void> => {
    await ask();
    await site.untilRunEnds(since);
  };
  const use = await measure(site, work, () => run().finishedAt);
  return { use, run: run() };
}

function conclude(site: BenchSite, part: Part, use: Use, task: Task, sizes: RecordBytes, run?: RunResult): Measured {
  globalThis.gc?.();
  const heldHeapBytes = process.memoryUsage().heapUsed;
  const floor = floorOf(task, sizes, site.system.pointsPerHour);
  return { part, use, floor, heldHeapBytes, ...(run === undefined ? {} : { run }) };
}

function isEligible(user: User): user is User & { email: string } {
  return user.accountType !== 'app' && user.active && !user.deleted && user.email !== undefined;
}

function eligible(users: readonly User[]): (User & { email: string })[] {
  return users.filter(isEligible);
}

/** Every second of those who will get a contact; of people who share an email only the first. */
function everySecond(users: readonly User[]): (User & { email: string })[] {
  const byEmail = new Map<string, User & { email: string }>();
  for (const user of eligible(users)) {
    const key = user.email.trim().normalize('NFC').toLowerCase();
    if (!byEmail.has(key)) byEmail.set(key, user);
  }
  return [...byEmail.values()].filter((_, index) => index % 2 === 0);
}

const plantedId = (index: number): string => `planted-${index}`;
