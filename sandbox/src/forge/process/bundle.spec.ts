import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleApp } from './bundle';

describe('the bundle of an app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  const entry = join(folder, 'index.ts');
  const outfile = join(folder, 'app.js');
  const write = (name: string, code: string) => writeFileSync(join(folder, name), code);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('holds what the entry imports', () => {
    write('index.ts', `export { word } from './word';`);
    write('word.ts', `export const word: string = 'first';`);
    expect(bundleApp({ entry, outfile }).code).toContain('first');
  });

  it('is the same as long as no source has changed', () => {
    expect(bundleApp({ entry, outfile })).toBe(bundleApp({ entry, outfile }));
  });

  it('is built anew once an imported source has changed', () => {
    write('word.ts', `export const word: string = 'second, longer';`);
    expect(bundleApp({ entry, outfile }).code).toContain('second, longer');
  });

  it('of code that does not compile is an error that names the place', () => {
    write('word.ts', `export const word = ;`);
    expect(() => bundleApp({ entry, outfile })).toThrow(/word\.ts:1:20/);
  });
});
