import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findStaticFile } from './static-files';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-static-'));
  mkdirSync(join(folder, 'public', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'public', 'assets', 'a.js'), 'alert()');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a file is served with the type of its ending', async () => {
  const file = await findStaticFile(join(folder, 'public'), '/assets/a.js');
  expect([file?.type, file?.content.toString()]).toEqual(['text/javascript; charset=utf-8', 'alert()']);
});

test.each(['/../secret.txt', 'assets/../../secret.txt', '/assets', '/', '/none.js', '/a\0.js'])(
  'nothing is served for %j',
  async (path) => {
    expect(await findStaticFile(join(folder, 'public'), path)).toBeUndefined();
  },
);
