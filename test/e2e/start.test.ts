import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { newFolder, RunningKith, runToItsEnd } from './support/kith';

jest.setTimeout(60_000);

let folder: string;
let data: string;

beforeEach(() => {
  folder = newFolder();
  data = join(folder, 'data');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const small = (...options: string[]): Promise<RunningKith> => RunningKith.start({ data, options });
const refused = (...options: string[]) => runToItsEnd(['--port', '0', '--data', data, ...options]);

function fileWith(lines: readonly string[]): string {
  const path = join(folder, 'people.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** A server on some port of this computer, and that port. */
function occupyPort(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('The server has no port.');
      resolve({ server, port: address.port });
    });
  });
}

test('a wrong option is answered in one paragraph, and nothing is started or saved', async () => {
  expect(await refused('--users', '17')).toEqual({
    code: 1,
    stdout: '',
    stderr: '--users takes 50, 2500 or 100000, not "17". `npm start -- --help` shows every option.',
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('a directory file that is not there is answered with its path, and nothing is started or saved', async () => {
  const path = join(folder, 'nowhere.csv');
  const { code, stdout, stderr } = await refused('--directory', path);
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: '',
    stderr: `The directory file ${path} cannot be read: there is no such file. Check the path after --directory; nothing was started or changed.`,
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('bad lines of a directory file are named with their numbers and left out; everybody else is there', async () => {
  const path = fileWith([
    'User id,User name,email,User status,Added to org',
    '5b10ac8d82e05b22cc7d4e01,Zoe Quist,zoe@quist.example,Active,2024-01-01',
    'only one value',
    '5b10ac8d82e05b22cc7d4e02,Yann Moreau,yann@moreau.example,Suspended,2024-01-02',
    ',Nameless Id,nobody@quist.example,Active,2024-01-03',
  ]);
  const kith = await small('--directory', path);
  try {
    expect(kith.output).toContain('2 users were read; 2 lines were left out:');
    expect(kith.output).toContain('line 3: The line has 1 values, the first line names 5 columns.');
    expect(kith.output).toMatch(/line 5: /);
    const users = await kith.api.allUsers();
    const theirs = users.filter(({ email }) => /(quist|moreau)\.example$/.test(email ?? ''));
    expect(theirs.map(({ name, active }) => [name, active])).toEqual([
      ['Zoe Quist', true],
      ['Yann Moreau', false],
    ]);
  } finally {
    await kith.stop();
  }
});

test('a port that another program uses is named, with the way out', async () => {
  const { server, port } = await occupyPort();
  try {
    const { code, stdout, stderr } = await runToItsEnd(['--data', data, '--port', String(port)]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`The port ${port} is used by another program on this computer, perhaps by another Kith.`);
    expect(stderr).toMatch(/choose another address with `npm start -- --port \d+`/);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    server.close();
  }
});

test('a second Kith with the same data is refused in one paragraph, and the first one goes on', async () => {
  const kith = await small('--users', '50');
  try {
    const { code, stdout, stderr } = await refused();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Kith is already running from this folder \(process \d+\).*start again\.$/);
    expect(await refused('--fresh')).toMatchObject({ code: 1, stderr });
    expect(await kith.api.allUsers()).toHaveLength(50);
  } finally {
    await kith.stop();
  }
});

test('asking for another site than the saved one is refused, and the saved one stays', async () => {
  await (await small('--users', '50')).stop();
  const { code, stderr } = await refused('--users', '100000');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^There is a saved site with 50 made-up users.*add --fresh/);
  const kith = await small();
  expect(kith.output).toContain('Your saved site with 50 accounts is ready.');
  await kith.stop();
});

test.each([
  ['is not a database', (file: string) => writeFileSync(file, 'this is no database'.repeat(1000))],
  ['was cut off', (file: string) => truncateSync(file, 4096 * 3)],
  ['was overwritten in the middle', (file: string) => writeFileSync(file, damagedInTheMiddle(readFileSync(file)))],
])('a database that %s is left as it is, until --fresh puts it aside', async (_, damage) => {
  await (await small('--users', '50')).stop();
  const file = join(data, 'data.mdb');
  damage(file);
  const damaged = readFileSync(file);

  const { code, stdout, stderr } = await refused();
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^The saved site in .* its database seems to be damaged\. Nothing was changed or deleted\./);
  expect(stderr).toContain('`npm start -- --fresh`');
  expect(stderr.split('\n')).toHaveLength(1);
  expect(readFileSync(file).equals(damaged)).toBe(true);

  const kith = await small('--fresh', '--users', '50');
  await kith.stop();
  const aside = readdirSync(folder).find((name) => name.startsWith('data-')) ?? '';
  expect(kith.output).toContain(`The former site was put aside in ${join(folder, aside)}.`);
  expect(readFileSync(join(folder, aside, 'data.mdb')).equals(damaged)).toBe(true);
});

test('a folder that cannot be one is answered in one paragraph', async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(data, 'a file');
  const { code, stderr } = await refused();
  expect(code).toBe(1);
  expect(stderr.split('\n')).toHaveLength(1);
  expect(readFileSync(data, 'utf8')).toBe('a file');
});

function damagedInTheMiddle(content: Buffer): Buffer {
  return Buffer.from(content).fill(0xa5, 4096 * 2);
}
