import type { BenchSite } from './bench-site';
import { hour, minute } from './bench-site';
import type { Use } from './measure';
import { dollarsOf } from './prices';

/** What no program that keeps the promises of user sync can go below. */
export interface Floor {
  jiraCalls: number;
  points: number;
  readRequests: number;
  writeRequests: number;
  readUnits: number;
  writeUnits: number;
  bytesRead: number;
  bytesWritten: number;
  simulatedMs: number;
  dollars: number;
}

/** What there is to do, in numbers. */
export interface Task {
  /** Accounts that Jira has to tell of in lists or in bulk, and how many of them do not show an email. */
  accounts: number;
  hidden: number;
  /** Users read one at a time, for their events. */
  singly: number;
  /** Our records that a decision has to know, strictly: found ones, and absences. */
  found: RecordCounts;
  absent: number;
  /** What has to be written. */
  written: RecordCounts;
  /** Decisions that write, by how many operations each has; none is split over two transactions. */
  decisions: readonly { count: number; operations: number }[];
  /** Decisions that share no request with others, because each has its own invocation. */
  alone: boolean;
}

export interface RecordCounts {
  contacts: number;
  claims: number;
  links: number;
  skips: number;
}

export const noRecords: RecordCounts = { contacts: 0, claims: 0, links: 0, skips: 0 };

/** Bytes of one record of each kind, keys included: the averages of what the measured site holds. */
export type RecordBytes = RecordCounts;

/** Atlassian advises at most ten requests at once. (Jira Cloud: rate limiting.) */
const atOnce = 10;
/** Middle latencies of the sandbox (milliseconds). */
const latency = { jira: 100, storage: 16.5 };
const memoryGigabytes = 0.5;
const operationsPerRequest = 25;
const unitsPerMinute = 4_000;
const unitBytes = 10 * 1024;
const idsPerEmailRequest = 90;
const usersPerRequest = 1_000;
const emptyReadBytes = 1024;
const invocationsPerSecond = 300;

export function floorOf(task: Task, sizes: RecordBytes, pointsPerHour: number): Floor {
  const { accounts, hidden, singly } = task;
  const jiraCalls = Math.ceil(accounts / usersPerRequest) + Math.ceil(hidden / idsPerEmailRequest) + singly;
  // A page of a thousand users costs 2,001 points, ninety emails 181 at most.
  const points = 2.001 * accounts + 2.02 * hidden + 3 * singly;
  const found = sumOf(task.found);
  const readRequests = task.alone ? 2 * singly : Math.ceil((found + task.absent) / operationsPerRequest);
  const writeRequests = task.decisions.reduce(
    (sum, { count, operations }) =>
      sum + (task.alone ? count : Math.ceil(count / Math.floor(operationsPerRequest / operations))),
    0,
  );
  const bytesRead = bytesOf(task.found, sizes) + (found === 0 ? readRequests * emptyReadBytes : 0);
  const bytesWritten = bytesOf(task.written, sizes);
  const readUnits = Math.max(readRequests, Math.ceil(bytesRead / unitBytes));
  const writeUnits = Math.max(writeRequests, Math.ceil(bytesWritten / unitBytes));
  const waiting = jiraCalls * latency.jira + (readRequests + writeRequests) * latency.storage;
  const simulatedMs = Math.max(
    waiting / atOnce,
    Math.floor(points / pointsPerHour) * hour,
    Math.floor(Math.max(readUnits, writeUnits) / unitsPerMinute) * minute,
    ((task.alone ? singly : 1) / invocationsPerSecond) * 1000,
  );
  const busyMs = task.alone ? waiting : waiting / atOnce;
  const gigabyteSeconds = (busyMs / 1000) * memoryGigabytes;
  const dollars = dollarsOf({ bytesRead, bytesWritten, gigabyteSeconds });
  return {
    jiraCalls,
    points,
    readRequests,
    writeRequests,
    readUnits,
    writeUnits,
    bytesRead,
    bytesWritten,
    simulatedMs,
    dollars,
  };
}

/** How many accounts Jira lists, and how many of them have no email to be seen; deleted accounts tell nothing to ask about. */
export function listed(site: BenchSite): { accounts: number; hidden: number } {
  const { directory } = site;
  const hidden = directory.filter(
    (user) => user.accountType !== 'app' && !user.deleted && (user.emailHidden || user.email === undefined),
  ).length;
  return { accounts: directory.length, hidden };
}

/** Average sizes of the records that storage holds now. */
export function sizesOf(site: BenchSite): RecordBytes {
  const average = (entity: string): number => {
    let bytes = 0;
    let count = 0;
    for (const { key, value } of site.sandbox.storage.rows(entity)) {
      bytes += key.length + Buffer.byteLength(JSON.stringify(value));
      count++;
    }
    return count === 0 ? 0 : bytes / count;
  };
  return {
    contacts: average('contact'),
    claims: average('email-claim'),
    links: average('jira-user'),
    skips: average('skip'),
  };
}

/** The measured quantities that a floor has, as one number each. */
export function comparable(use: Use): Floor {
  return { ...use, dollars: dollarsOf(use) };
}

function sumOf(counts: RecordCounts): number {
  return counts.contacts + counts.claims + counts.links + counts.skips;
}

function bytesOf(counts: RecordCounts, sizes: RecordBytes): number {
  return (
    counts.contacts * sizes.contacts +
    counts.claims * sizes.claims +
    counts.links * sizes.links +
    counts.skips * sizes.skips
  );
}
