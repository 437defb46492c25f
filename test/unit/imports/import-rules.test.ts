import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brokenRules, type Module } from './rules';

const root = join(__dirname, '../../..');

function modulesIn(folder: string): Module[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

describe('the imports of the project run one way', () => {
  it.each(['src', 'sandbox/src', 'sandbox/site', 'static/app/src'])('in %s', (folder) => {
    const modules = modulesIn(folder);
    expect(modules.length).toBeGreaterThan(0);
    expect(brokenRules(modules)).toEqual([]);
  });
});

describe('an import is refused', () => {
  it.each([
    ['src/domain/decide.ts', `import { createHash } from 'node:crypto';`],
    ['src/domain/decide.ts', `import { z } from 'zod';`],
    ['src/domain/decide.ts', `import type { KVS } from '@forge/kvs';`],
    ['src/domain/decide.ts', `import { commit } from '../store/transaction';`],
    ['src/domain/decide.ts', `import type { Contact } from '../contract/contact';`],
    ['src/contract/schemas.ts', `import { emailKey } from '../domain/email-key';`],
    ['src/contract/schemas.ts', `import { type Settings, defaultSettings } from '../domain/settings';`],
    ['src/contract/schemas.ts', `export * from '../domain/settings';`],
    ['src/store/records.ts', `import { askJira } from '../jira/client';`],
    ['src/store/records.ts', `import { runHop } from '../sync/run-hop';`],
    ['src/jira/client.ts', `import { commit } from '../store/transaction';`],
    ['src/sync/tick.ts', `import { getContact } from '../crm/get-contact';`],
    ['src/sync/tick.ts', `import { timeLeft } from '../entry/time-left';`],
    ['src/crm/get-contact.ts', `import { tick } from '../sync/tick';`],
    ['src/index.ts', `export { tick } from './sync/tick';`],
    ['src/entry/on-schedule.ts', `import { createSandbox } from '../../sandbox/src/sandbox';`],
    ['src/entry/on-schedule.ts', `const sandbox = await import('../../sandbox/src/sandbox');`],
    ['src/entry/on-schedule.ts', `const sandbox = require('../../sandbox/src/sandbox');`],
    ['src/entry/on-schedule.ts', `import { page } from '../../static/app/src/main';`],
    ['src/util/help.ts', `import { tick } from '../sync/tick';`],
    ['sandbox/src/sandbox.ts', `import * as app from '../../src';`],
    ['sandbox/src/sandbox.ts', `import { limits } from '../../src/contract/limits';`],
    ['sandbox/src/sandbox.ts', `type Contact = import('../../src/contract').Contact;`],
    ['static/app/src/main.tsx', `import { emailKey } from '../../../src/domain/email-key';`],
    ['static/app/src/main.tsx', `import { createSandbox } from '../../../sandbox/src/sandbox';`],
  ])('of %s: %s', (path, text) => expect(brokenRules([{ path, text }])).toHaveLength(1));
});

describe('an import is allowed', () => {
  it.each([
    ['src/index.ts', `export { onSyncQueue } from './entry/on-sync-queue';`],
    ['src/domain/decide.ts', `import { emailKey } from './email-key';`],
    ['src/contract/schemas.ts', `import { z } from 'zod';`],
    ['src/contract/schemas.ts', `import type { Settings } from '../domain/settings';`],
    ['src/contract/schemas.ts', `export type { Settings } from '../domain/settings';`],
    ['src/store/records.ts', `import { createHash } from 'node:crypto';`],
    ['src/jira/client.ts', `import { emailKey } from '../domain/email-key';`],
    ['src/sync/tick.ts', `import { commit } from '../store/transaction';`],
    ['src/entry/on-schedule.ts', `import { tick } from '../sync/tick';`],
    ['static/app/src/main.tsx', `import { limits } from '../../../src/contract/limits';`],
    ['sandbox/src/sandbox.ts', `import { Chance } from './chance/chance';`],
  ])('of %s: %s', (path, text) => expect(brokenRules([{ path, text }])).toEqual([]));
});
