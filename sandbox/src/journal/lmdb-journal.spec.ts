import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseInUse, DatabaseUnreadable } from './database-errors';
import { LmdbJournal } from './lmdb-journal';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'kith-journal-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

async function fill(count: number): Promise<void> {
  const journal = LmdbJournal.open(directory);
  for (let i = 0; i < count; i++) journal.put('things', `key ${i}`, { number: i, text: 'é'.repeat(50) });
  await journal.close();
}

test('what was written is there after closing and opening again, table by table', async () => {
  const journal = LmdbJournal.open(directory);
  journal.put('storage:contact', 'a', { text: '{"name":"Ada"}', createdAt: 1 });
  journal.put('storage:contact', 'b', 'gone soon');
  journal.put('jira', 'a', [1, null, true]);
  journal.remove('storage:contact', 'b');
  await journal.close();

  const again = LmdbJournal.open(directory);
  expect([...again.load('storage:contact')]).toEqual([{ key: 'a', value: { text: '{"name":"Ada"}', createdAt: 1 } }]);
  expect([...again.load('jira')]).toEqual([{ key: 'a', value: [1, null, true] }]);
  expect([...again.load('nothing')]).toEqual([]);
  await again.close();
});

test('what was flushed is on disk', async () => {
  const journal = LmdbJournal.open(directory);
  journal.put('things', 'a', 1);
  await journal.flush();
  expect([...journal.load('things')]).toEqual([{ key: 'a', value: 1 }]);
  await journal.close();
});

test('a directory that is open already is refused, and free again after closing', async () => {
  const first = LmdbJournal.open(directory);
  expect(() => LmdbJournal.open(directory)).toThrow(DatabaseInUse);
  await first.close();
  await LmdbJournal.open(directory).close();
});

test('a directory that a living process has open is refused', () => {
  writeFileSync(join(directory, 'owner.pid'), ownerLine(process.ppid));
  expect(() => LmdbJournal.open(directory)).toThrow(DatabaseInUse);
});

test('the claim of a dead process, or of one whose number was given out again, is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  for (const line of [`${pid} 1`, `${process.ppid} began-at-another-time`, `${process.pid} 1`, 'junk']) {
    writeFileSync(join(directory, 'owner.pid'), line);
    await LmdbJournal.open(directory).close();
  }
});

test.each([
  ['is no database', () => Buffer.from('garbage')],
  ['is cut short', (data: Buffer) => data.subarray(0, 20_000)],
  [
    'is damaged in the middle',
    (data: Buffer) => Buffer.concat([data.subarray(0, 40_000), Buffer.alloc(data.length - 40_000, 7)]),
  ],
])('a file that %s is refused and left as it is', async (_what, damage) => {
  await fill(5000);
  const file = join(directory, 'data.mdb');
  const damaged = damage(readFileSync(file));
  writeFileSync(file, damaged);
  expect(() => LmdbJournal.open(directory)).toThrow(DatabaseUnreadable);
  expect(readFileSync(file).equals(damaged)).toBe(true);
  // The refusal lets go of the directory: the next try is refused for the same reason.
  expect(() => LmdbJournal.open(directory)).toThrow(DatabaseUnreadable);
});

test('a path that is no directory is refused and left as it is', () => {
  const file = join(directory, 'file');
  writeFileSync(file, 'mine');
  expect(() => LmdbJournal.open(file)).toThrow(DatabaseUnreadable);
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

function ownerLine(pid: number): string {
  if (!existsSync('/proc/self/stat')) return `${pid} `;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
}
