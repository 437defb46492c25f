import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { validate } from '@forge/manifest';
import { parse } from 'yaml';
import * as app from '../../src/index';

interface Module {
  key?: string;
  handler?: string;
  function?: string;
  resolver?: { function?: string };
  dynamicProperties?: { function?: string };
}

interface Manifest {
  modules: Record<string, Module[]>;
  resources: { path: string }[];
}

const file = join(__dirname, '../../manifest.yml');
const manifest = parse(readFileSync(file, 'utf8')) as Manifest;
const exported: Record<string, unknown> = { ...app };
const functions = manifest.modules.function ?? [];
const others = Object.entries(manifest.modules).filter(([type]) => type !== 'function');

/** What Forge finds wrong with the manifest: errors and warnings. The pages need not be built for it. */
async function findings(text: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  try {
    for (const { path } of manifest.resources) {
      mkdirSync(join(folder, path), { recursive: true });
      writeFileSync(join(folder, path, 'index.html'), '<!doctype html>');
    }
    mkdirSync(join(folder, 'src'));
    copyFileSync(join(dirname(file), 'src/index.ts'), join(folder, 'src/index.ts'));
    writeFileSync(join(folder, 'manifest.yml'), text);
    const { success, errors = [] } = await validate(false, join(folder, 'manifest.yml'));
    return [...errors.map(({ level, message }) => `${level}: ${message}`), ...(success ? [] : ['refused'])];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the manifest', () => {
  it('is valid for Forge, without errors and without warnings', async () => {
    expect(await findings(readFileSync(file, 'utf8'))).toEqual([]);
  }, 30_000);

  it('would not be with a misspelt module', async () => {
    const text = readFileSync(file, 'utf8').replace('jira:globalPage', 'jira:globalPages');
    expect(await findings(text)).not.toEqual([]);
  }, 30_000);

  it.each(functions.map(({ handler }) => [handler]))('names a handler that the app exports: %s', (handler) => {
    const [file, name] = (handler ?? '').split('.');
    expect(file).toBe('index');
    expect(typeof exported[name ?? '']).toBe('function');
  });

  it('names every handler that the app exports', () => {
    const named = functions.map(({ handler }) => handler?.split('.')[1]);
    expect(Object.keys(exported).filter((name) => !named.includes(name))).toEqual([]);
  });

  it('uses every function, and no other', () => {
    const used = others
      .flatMap(([, modules]) => modules)
      .flatMap((module) => [module.function, module.resolver?.function, module.dynamicProperties?.function])
      .filter((name) => name !== undefined);
    expect([...new Set(used)].sort()).toEqual(functions.map(({ key }) => key).sort());
  });
});
