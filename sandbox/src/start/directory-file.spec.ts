import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDirectoryFile } from './directory-file';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-csv-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function file(content: string | Buffer): string {
  const path = join(folder, 'users.csv');
  writeFileSync(path, content);
  return path;
}

test('the users of the file join the people whom one can be', () => {
  const { directory, notes } = readDirectoryFile(
    file('User id,User name,email,User status\n5b10ac8d82e05b22cc7d4eff,Zoe Quist,zoe@x.example,Active\n'),
  );
  expect(directory.users.map(({ displayName }) => displayName)).toEqual(
    expect.arrayContaining(['Ada Winter', 'Zoe Quist']),
  );
  expect(notes).toEqual([]);
});

test('a bad line is named with its number and left out, never the whole file', () => {
  const { notes } = readDirectoryFile(
    file('User id,User name,email,User status\n5b10ac8d82e05b22cc7d4eff,Zoe,zoe@x.example,Active\nbroken\n'),
  );
  expect(notes).toEqual([
    '1 users were read; 1 lines were left out:',
    '  line 3: The line has 1 values, the first line names 4 columns.',
  ]);
});

test.each([
  ['a file that is not there', () => '/nowhere/users.csv', /there is no such file/],
  ['a folder', () => folder, /it is a folder/],
  ['a file without the columns', () => file('a,b\n1,2\n'), /does not name the columns/],
  ['an empty file', () => file(''), /The file is empty/],
  ['a file that is not text', () => file(Buffer.from([0xff, 0xfe, 0x00, 0x81])), /not a text file/],
])('%s gets a clear answer', (_, path, expected) => {
  expect(() => readDirectoryFile(path())).toThrow(expected);
});
