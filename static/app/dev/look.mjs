// Takes pictures of the built pages with made-up data, under the production Content Security Policy.
// Says what axe finds against their accessibility.
// Usage: node static/app/dev/look.mjs DIRECTORY [name part]. Needs `npx vite build` first; PAGES names another build.
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { issueScenes } from './issue-scenes.mjs';
import { issuesScenes } from './issues-scenes.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const dist = process.env.PAGES ?? join(here, '../dist');
const [target, only = ''] = process.argv.slice(2);
if (target === undefined) throw new Error('Say which directory the pictures go to.');
mkdirSync(target, { recursive: true });

const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; form-action 'self'";
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const file = join(dist, path === '/' ? 'index.html' : path);
  if (path === '/favicon.ico') return response.writeHead(204).end();
  if (!existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain', 'content-security-policy': policy });
  response.end(readFileSync(file));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const address = `http://127.0.0.1:${server.address().port}/`;

const bundle = await build({
  entryPoints: [join(here, 'fake-bridge.ts')],
  bundle: true,
  write: false,
  format: 'iife',
  alias: { '@atlaskit/feature-gate-js-client/feature-gates': join(here, '../src/platform/feature-gates.ts') },
  define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
});
const fake = bundle.outputFiles[0].text;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const wide = { width: 1200, height: 900 };
const narrow = { width: 380, height: 800 };
const slim = { width: 320, height: 800 };
const admin = { moduleKey: 'kith-admin' };
const contacts = { moduleKey: 'kith-contacts' };

const scenes = {
  'admin-off': { scene: { ...admin, status: 'off' } },
  'admin-running': { scene: { ...admin, status: 'running' } },
  'admin-known-dark': { scene: { ...admin, status: 'known', theme: 'dark' }, total: 2500 },
  'admin-paused': { scene: { ...admin, status: 'paused' } },
  'admin-done': { scene: { ...admin } },
  'admin-done-dark': { scene: { ...admin, theme: 'dark' } },
  'admin-failed': { scene: { ...admin, status: 'failed' } },
  'admin-refused-narrow': { scene: { ...admin, status: 'refused' }, size: narrow },
  'admin-forbidden': { scene: { ...admin, fails: 'forbidden' } },
  'admin-turn-off': {
    scene: { ...admin },
    do: (page) => page.locator('input[type=checkbox]').first().click({ force: true }),
  },
  templates: { scene: { ...admin, path: '/templates' } },
  'templates-dark': { scene: { ...admin, path: '/templates', theme: 'dark' } },
  'templates-narrow': { scene: { ...admin, path: '/templates' }, size: slim },
  'templates-company': {
    scene: { ...admin, path: '/templates' },
    do: (page) => page.getByLabel('Companies').check(),
  },
  'templates-edit': {
    scene: { ...admin, path: '/templates' },
    do: (page) => page.getByRole('button', { name: 'Edit Preferred way to be contacted' }).click(),
  },
  'templates-edit-dark': {
    scene: { ...admin, path: '/templates', theme: 'dark' },
    do: (page) => page.getByRole('button', { name: 'Edit Topics of interest' }).click(),
  },
  'templates-new-narrow': {
    scene: { ...admin, path: '/templates' },
    size: slim,
    do: async (page) => {
      await page.getByRole('button', { name: 'Add field to How to reach them' }).click();
      await page.getByLabel('One choice').check();
    },
  },
  'templates-menu': {
    scene: { ...admin, path: '/templates' },
    do: (page) => page.getByRole('button', { name: 'Move Website', exact: true }).click(),
  },
  'templates-problems': {
    scene: { ...admin, path: '/templates' },
    do: async (page) => {
      await page.getByRole('button', { name: 'Add field to How to reach them' }).click();
      await page.getByLabel('One choice').check();
      await page.getByRole('button', { name: 'Save template' }).click();
    },
  },
  'templates-conflict': {
    scene: { ...admin, path: '/templates', conflict: true },
    do: async (page) => {
      await page.getByRole('button', { name: 'Remove Website' }).click();
      await page.getByRole('button', { name: 'Save template' }).click();
      await page.getByText('Keep mine').waitFor();
    },
  },
  'templates-leave': {
    scene: { ...admin, path: '/templates' },
    do: async (page) => {
      await page.getByRole('button', { name: 'Remove Website' }).click();
      await page.getByRole('link', { name: 'Access' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  'templates-empty-values': {
    scene: { ...admin, path: '/templates' },
    do: (page) => page.getByRole('button', { name: 'Empty the values of Fax' }).click(),
  },
  'templates-forbidden': { scene: { ...admin, path: '/templates', fails: 'forbidden' } },
  'templates-loading': { scene: { ...admin, path: '/templates', hangs: true } },
  access: { scene: { ...admin, path: '/access' } },
  'access-dark': { scene: { ...admin, path: '/access', theme: 'dark' } },
  'access-narrow': { scene: { ...admin, path: '/access' }, size: slim },
  'access-picking': {
    scene: { ...admin, path: '/access' },
    do: async (page) => {
      await page.getByRole('group', { name: 'Who may: Delete' }).getByLabel('Groups', { exact: true }).check();
      await page.getByRole('combobox', { name: 'Groups for: Delete' }).click();
      await page.getByText('site-admins').waitFor();
    },
  },
  'access-problems': {
    scene: { ...admin, path: '/access' },
    do: async (page) => {
      await page.getByRole('group', { name: 'Who may: Delete' }).getByLabel('Groups', { exact: true }).check();
      await page.getByRole('button', { name: 'Save access' }).click();
    },
  },
  'access-nobody': {
    scene: { ...admin, path: '/access' },
    do: async (page) => {
      await page.getByRole('group', { name: 'Who may: See' }).getByLabel('Jira admins only').check();
      await page.getByRole('group', { name: 'Who may: Edit' }).getByLabel('Jira admins only').check();
    },
  },
  'access-conflict': {
    scene: { ...admin, path: '/access', conflict: true },
    do: async (page) => {
      await page.getByRole('group', { name: 'Who may: Export' }).getByLabel('Everyone').check();
      await page.getByRole('group', { name: 'Who may: Delete' }).getByLabel('Groups', { exact: true }).check();
      await page.getByRole('combobox', { name: 'Groups for: Delete' }).click();
      await page.getByRole('option', { name: 'site-admins' }).click();
      await page.getByRole('button', { name: 'Save access' }).click();
      await page.getByText('Keep mine').waitFor();
    },
  },
  'access-failed': { scene: { ...admin, path: '/access', fails: 'rate-limited' } },
  'admin-loading': { scene: { ...admin, hangs: true } },
  'contacts-list': { scene: contacts },
  'contacts-list-dark': { scene: { ...contacts, theme: 'dark' } },
  'contacts-list-narrow': { scene: contacts, size: narrow },
  'contacts-empty': { scene: { ...contacts, empty: true } },
  'contacts-none-found': {
    scene: contacts,
    do: (page) => page.getByLabel('Search contacts').fill('zzz'),
  },
  'contacts-failed': { scene: { ...contacts, fails: 'rate-limited' } },
  'contacts-chosen': {
    scene: contacts,
    do: async (page) => {
      await page.getByLabel('Select Chidi Anagonye').check();
      await page.getByLabel('Select Amara Okonkwo-Lindqvist').check();
    },
  },
  'contacts-chosen-narrow': {
    scene: { ...contacts, theme: 'dark' },
    size: { width: 320, height: 800 },
    do: (page) => page.getByLabel('Select this page').check(),
  },
  'contacts-read-only': { scene: { ...contacts, rights: ['see'] } },
  'bulk-company': {
    scene: contacts,
    do: async (page) => {
      await page.getByLabel('Select this page').check();
      await page.getByRole('button', { name: 'Set company' }).click();
      await page.getByRole('dialog').getByRole('combobox').fill('Tide');
    },
  },
  'bulk-delete': {
    scene: { ...contacts, theme: 'dark' },
    do: async (page) => {
      await page.getByLabel('Select this page').check();
      await page.getByRole('button', { name: 'Delete' }).click();
      await page.getByText('Show who they are').click();
    },
  },
  'bulk-outcome': {
    scene: contacts,
    size: narrow,
    do: async (page) => {
      await page.getByLabel('Select this page').check();
      await page.getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('button', { name: /^Delete \d+ contacts/ }).click();
      await page.getByRole('button', { name: 'Try those again' }).waitFor();
    },
  },
  'contact-why': {
    scene: { ...contacts, path: '/contacts/c-1' },
    do: (page) => page.getByText('Why is this linked?').click(),
  },
  'contact-read-only': { scene: { ...contacts, path: '/contacts/c-1', rights: ['see'] } },
  'contact-narrow': { scene: { ...contacts, path: '/contacts/c-1' }, size: { width: 320, height: 800 } },
  'contact-not-found': { scene: { ...contacts, path: '/contacts/nobody' } },
  'contact-inline-text': {
    scene: { ...contacts, path: '/contacts/c-5' },
    do: async (page) => {
      await page.getByRole('button', { name: 'Edit Phone' }).click();
      await page.getByRole('textbox', { name: 'Phone' }).fill('call me');
      await page.keyboard.press('Enter');
    },
  },
  'contact-inline-choice-dark': {
    scene: { ...contacts, path: '/contacts/c-5', theme: 'dark' },
    do: (page) => page.getByRole('button', { name: 'Edit Preferred way' }).click(),
  },
  'contact-inline-choices': {
    scene: { ...contacts, path: '/contacts/c-1' },
    do: (page) => page.getByRole('button', { name: 'Edit Topics' }).click(),
  },
  'contact-inline-notes': {
    scene: { ...contacts, path: '/contacts/c-1' },
    do: (page) => page.getByRole('button', { name: 'Edit Notes' }).click(),
  },
  'contact-inline-date': {
    scene: { ...contacts, path: '/contacts/c-1' },
    do: (page) => page.getByRole('button', { name: 'Edit Customer since' }).click(),
  },
  'contact-inline-company': {
    scene: { ...contacts, path: '/contacts/c-1' },
    do: (page) => page.getByRole('button', { name: 'Edit Company' }).click(),
  },
  'contact-inline-conflict': {
    scene: { ...contacts, path: '/contacts/c-5', conflict: true },
    do: async (page) => {
      await page.getByRole('button', { name: 'Edit Email' }).click();
      await page.getByRole('textbox', { name: 'Email' }).fill('chidi@home.example');
      await page.keyboard.press('Enter');
      await page.getByText('Keep mine').waitFor();
    },
  },
  'contact-create-all': {
    scene: contacts,
    do: async (page) => {
      await page.getByRole('button', { name: 'Create contact' }).click();
      await page.getByRole('button', { name: 'Show all fields' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Create contact' }).click();
    },
  },
  'contact-synced': { scene: { ...contacts, path: '/contacts/c-1' } },
  'contact-synced-dark': { scene: { ...contacts, path: '/contacts/c-1', theme: 'dark' } },
  'contact-rtl-narrow': { scene: { ...contacts, path: '/contacts/c-2' }, size: narrow },
  'contact-long': { scene: { ...contacts, path: '/contacts/c-3' } },
  'contact-edit-locked': {
    scene: { ...contacts, path: '/contacts/c-1' },
    do: (page) => page.getByRole('button', { name: 'Edit', exact: true }).click(),
  },
  'contact-create-invalid': {
    scene: contacts,
    do: async (page) => {
      await page.getByRole('button', { name: 'Create contact' }).click();
      await page.getByRole('textbox', { name: 'Email', exact: true }).fill('not an email');
      await page.getByRole('dialog').getByRole('button', { name: 'Create contact' }).click();
    },
  },
  'contact-company-menu': {
    scene: { ...contacts, theme: 'dark' },
    do: async (page) => {
      await page.getByRole('button', { name: 'Create contact' }).click();
      await page.getByRole('dialog').getByRole('combobox', { name: 'Company' }).click();
    },
  },
  ...Object.fromEntries(
    ['light', 'dark'].map((theme) => [
      `contact-company-needs-more-${theme}`,
      {
        scene: { ...contacts, theme, strict: true },
        do: async (page) => {
          await page.getByRole('button', { name: 'Create contact' }).click();
          await page.getByRole('dialog').getByRole('combobox', { name: 'Company' }).fill('Tidewater');
          await page.getByRole('option', { name: 'Create company “Tidewater”' }).click();
          await page.getByRole('dialog', { name: 'Create company' }).waitFor();
        },
      },
    ]),
  ),
  'contact-inline-company-needs-more': {
    scene: { ...contacts, path: '/contacts/c-1', strict: true },
    do: async (page) => {
      await page.getByRole('button', { name: 'Edit Company' }).click();
      await page.getByRole('combobox', { name: 'Company' }).fill('Tidewater');
      await page.getByRole('option', { name: 'Create company “Tidewater”' }).click();
      const dialog = page.getByRole('dialog', { name: 'Create company' });
      await dialog.getByLabel('Customer since').fill('2026-01-01');
      await dialog.getByRole('textbox', { name: 'Website' }).fill('https://tidewater.example');
      await dialog.getByRole('textbox', { name: 'Notes' }).fill('By the sea.');
      await dialog.getByRole('button', { name: 'Create company' }).click();
      await page.getByText('Company saved.').waitFor();
    },
  },
  'contact-conflict': {
    scene: { ...contacts, path: '/contacts/c-5', conflict: true },
    do: async (page) => {
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      await page.getByRole('textbox', { name: 'Email', exact: true }).fill('chidi@home.example');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Keep mine').waitFor();
    },
  },
  'contact-delete-failed': {
    scene: { ...contacts, path: '/contacts/c-5' },
    do: async (page) => {
      await page.getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    },
  },
  'companies-list': { scene: { ...contacts, path: '/companies' } },
  'company-page': { scene: { ...contacts, path: '/companies/co-1' } },
  'company-edit': {
    scene: { ...contacts, path: '/companies/co-1' },
    do: (page) => page.getByRole('button', { name: 'Edit', exact: true }).click(),
  },
  'company-domain-refused': {
    scene: { ...contacts, path: '/companies/co-1' },
    do: async (page) => {
      await page.getByRole('button', { name: /Edit Email domains/ }).click();
      await page.keyboard.type('gmail.com');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.getByText('Everybody can have an email').waitFor();
    },
  },
  'company-conflict-dark': {
    scene: { ...contacts, path: '/companies/co-1', conflict: true, theme: 'dark' },
    do: async (page) => {
      await page.getByRole('button', { name: /Edit Name/ }).click();
      await page.keyboard.type('Mine');
      await page.keyboard.press('Enter');
      await page.getByText('Keep mine').waitFor();
    },
  },
  'company-delete-failed': {
    scene: { ...contacts, path: '/companies/co-1' },
    do: async (page) => {
      await page.getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    },
  },
  'company-changes-previewing': { scene: { ...contacts, path: '/companies/co-1', changes: 'previewing' } },
  'company-changes-ready-narrow': {
    scene: { ...contacts, path: '/companies/co-1', changes: 'ready' },
    size: narrow,
  },
  'company-changes-outdated': {
    scene: { ...contacts, path: '/companies/co-1', changes: 'ready' },
    do: (page) => page.getByRole('button', { name: /^Change \d/ }).click(),
  },
  'company-changes-paused-dark': {
    scene: { ...contacts, path: '/companies/co-1', changes: 'paused', theme: 'dark' },
  },
  'company-changes-applied': { scene: { ...contacts, path: '/companies/co-1', changes: 'applied' } },
  'company-changes-undone': { scene: { ...contacts, path: '/companies/co-1', changes: 'undone' } },
  'company-changes-failed': { scene: { ...contacts, path: '/companies/co-1', changes: 'failed' } },
  ...issueScenes,
  ...issuesScenes,
};

const context = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'kith-look-')), {
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  for (const [name, { scene, size = wide, total, do: act }] of Object.entries(scenes)) {
    if (!name.includes(only)) continue;
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') console.log(`${name}: ${message.text()}`);
    });
    page.on('pageerror', (error) => console.log(`${name}: ${error.stack}`));
    await page.setViewportSize(size);
    await page.addInitScript({
      content: `globalThis.scene = ${JSON.stringify({ theme: 'light', ...scene })};
        localStorage.${total === undefined ? "removeItem('kith.people-in-last-run')" : `setItem('kith.people-in-last-run', '${total}')`};
        ${fake}`,
    });
    await page.goto(address);
    await page.waitForTimeout(600);
    try {
      await act?.(page);
    } catch (error) {
      console.log(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    await page.waitForTimeout(600);
    await page.screenshot({ path: resolve(target, `${name}.png`), fullPage: act === undefined });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    for (const { id, nodes } of violations) {
      console.log(`${name}: ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
    }
    await page.close();
  }
} finally {
  await context.close();
  server.close();
}
