import { comparable, type Floor } from './floors';
import { type Measured, type Part, titles } from './scenarios';
import type { SystemName } from './system';

export interface Result extends Measured {
  system: SystemName;
  accounts: number;
  /** When it was measured (ISO 8601 UTC). */
  at: string;
}

/** One quantity: as Kith needs it, the least that it can be, and as the obvious way needs it. */
export interface Row {
  what: string;
  kith: string;
  floor: string;
  ratio: string;
  naive: string;
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const megabytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(bytes < 1024 ** 2 ? 2 : 1);

const quantities: readonly (readonly [string, keyof Floor, (value: number) => string])[] = [
  ['Jira calls', 'jiraCalls', whole],
  ['Jira points', 'points', whole],
  ['storage reads (requests)', 'readRequests', whole],
  ['storage writes (requests)', 'writeRequests', whole],
  ['read units', 'readUnits', whole],
  ['write units', 'writeUnits', whole],
  ['MB read', 'bytesRead', megabytes],
  ['MB written', 'bytesWritten', megabytes],
  ['simulated time', 'simulatedMs', duration],
  ['dollars', 'dollars', (value) => value.toFixed(value < 0.01 ? 6 : 4)],
];

/** The rows of one part at one size; undefined when it was not measured for Kith. */
export function rowsOf(results: readonly Result[]): Row[] | undefined {
  const kith = results.find(({ system }) => system === 'kith');
  const naive = results.find(({ system }) => system === 'naive');
  if (kith === undefined) return undefined;
  const used = comparable(kith.use);
  const usedByNaive = naive && comparable(naive.use);
  const rows = quantities.map(([what, name, format]) => ({
    what,
    kith: format(used[name]),
    floor: format(kith.floor[name]),
    ratio: ratioOf(used[name], kith.floor[name]),
    naive: usedByNaive === undefined ? '–' : format(usedByNaive[name]),
  }));
  const seconds = ({ use }: Result): string => `${(use.cpuMs / 1000).toFixed(1)} s`;
  const heap = (bytes: number): string => `${whole(bytes / 1024 ** 2)} MB`;
  return [
    ...rows,
    { what: 'processor time', kith: seconds(kith), floor: '–', ratio: '–', naive: naive ? seconds(naive) : '–' },
    {
      what: 'peak heap',
      kith: heap(kith.use.peakHeapBytes),
      floor: heap(kith.heldHeapBytes),
      ratio: ratioOf(kith.use.peakHeapBytes, kith.heldHeapBytes),
      naive: naive ? heap(naive.use.peakHeapBytes) : '–',
    },
    {
      what: 'refused by storage (429)',
      kith: whole(kith.use.throttled),
      floor: '0',
      ratio: '–',
      naive: naive ? whole(naive.use.throttled) : '–',
    },
  ];
}

/** What the run counted, and what is to be known besides; one line for each system. */
export function remarksOf(results: readonly Result[]): string[] {
  return results.flatMap(({ system, run, note }) => {
    const who = system === 'kith' ? 'Kith' : 'The obvious way';
    const counted = run && `${who}: ${countsText(run)}.`;
    return [counted, note && `${who}: ${note}`].filter((line) => line !== undefined);
  });
}

const columns = ['what', 'kith', 'floor', 'ratio', 'naive'] as const;
const heading: Row = { what: '', kith: 'Kith', floor: 'floor', ratio: 'ratio', naive: 'obvious way' };

export function textTable(accounts: number, part: Part, rows: readonly Row[], remarks: readonly string[] = []): string {
  const lines = [heading, ...rows];
  const widths = columns.map((column) => Math.max(...lines.map((row) => row[column].length)));
  const table = lines.map((row) =>
    columns
      .map((column, at) => (at === 0 ? row[column].padEnd(widths[at] ?? 0) : row[column].padStart(widths[at] ?? 0)))
      .join('  '),
  );
  return [`${titles[part]}, ${whole(accounts)} accounts`, ...table, ...remarks].join('\n');
}

export function markdownTable(rows: readonly Row[]): string {
  const line = (row: Row): string => `| ${columns.map((column) => row[column]).join(' | ')} |`;
  return [line(heading), '|---|--:|--:|--:|--:|', ...rows.map(line)].join('\n');
}

function ratioOf(used: number, floor: number): string {
  if (floor === 0) return used === 0 ? '1.00' : '–';
  const ratio = used / floor;
  return ratio < 100 ? ratio.toFixed(2) : whole(ratio);
}

function countsText(counts: NonNullable<Result['run']>): string {
  return Object.entries(counts)
    .filter(([name, count]) => name !== 'finishedAt' && count > 0)
    .map(([name, count]) => `${whole(count)} ${name}`)
    .join(', ');
}

function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = seconds / 60;
  if (minutes < 60) return `${minutes.toFixed(1)} min`;
  return `${(minutes / 60).toFixed(2)} h`;
}
