import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManifestError, parseManifest } from '../manifest/read-manifest';
import { Translations } from './translations';

const yaml = (fallback: string, title = 'page.title') => `
modules:
  jira:globalPage:
    - { key: page, title: { i18n: ${title} }, resource: pages }
resources:
  - { key: pages, path: static }
translations:
  resources:
    - { key: en-US, path: en-US.json }
    - { key: de-DE, path: de-DE.json }
  fallback: ${fallback}
app: { id: 'ari:cloud:ecosystem::app/1', runtime: { name: nodejs22.x } }
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'translations-'));
  writeFileSync(join(folder, 'en-US.json'), '{ "page": { "title": "Things", "more": "More" } }');
  writeFileSync(join(folder, 'de-DE.json'), '{ "page": { "title": "Dinge" } }');
});

afterEach(() => rmSync(folder, { recursive: true }));

const translations = (manifest: string) => new Translations(parseManifest(manifest), folder);

function problemsOf(act: () => unknown): string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (error instanceof ManifestError) return error.problems;
    throw error;
  }
}

describe('translations', () => {
  it('give a title in the person’s language, in a fallback of it, or in the default', () => {
    const read = translations(yaml('{ default: en-US, da-DK: [de-DE] }'));
    const title = { i18n: 'page.title' };
    expect(read.text(title, 'de-DE')).toBe('Dinge');
    expect(read.text(title, 'da-DK')).toBe('Dinge');
    expect(read.text(title, 'fr-FR')).toBe('Things');
  });

  it('leave a text that is no key as it is, and take the default for a key that one language lacks', () => {
    const read = translations(yaml('{ default: en-US }'));
    expect(read.text('Plain', 'de-DE')).toBe('Plain');
    expect(read.text({ i18n: 'page.more' }, 'de-DE')).toBe('More');
  });

  it('lie beside the pages, where the bridge looks for them', () => {
    const read = translations(yaml('{ default: en-US, da-DK: [de-DE] }'));
    expect(read.bundled('__LOCALES__/de-DE.json')).toEqual({ page: { title: 'Dinge' } });
    expect(read.bundled('__LOCALES__/i18n-info.json')).toEqual({
      translations: { 'page.title': { 'en-US': 'Things', 'de-DE': 'Dinge' } },
      config: { locales: ['en-US', 'de-DE'], fallback: { default: 'en-US', 'da-DK': ['de-DE'] } },
    });
    expect(read.bundled('__LOCALES__/fr-FR.json')).toBeUndefined();
    expect(read.bundled('de-DE.json')).toBeUndefined();
  });

  it('name no text for a language that lacks it', () => {
    expect(translations(yaml('{ default: en-US }', 'page.more')).bundled('__LOCALES__/i18n-info.json')).toMatchObject({
      translations: { 'page.more': { 'en-US': 'More' } },
    });
    writeFileSync(join(folder, 'en-US.json'), '{}');
    writeFileSync(join(folder, 'de-DE.json'), '{ "page": { "title": "Dinge" } }');
    expect(translations(yaml('{ default: de-DE }')).bundled('__LOCALES__/i18n-info.json')).toMatchObject({
      translations: { 'page.title': { 'de-DE': 'Dinge' } },
    });
  });

  it('are refused when the default lacks a title', () => {
    expect(problemsOf(() => translations(yaml('{ default: en-US }', 'page.none')))).toEqual([
      "the default translations do not have 'page.none'",
    ]);
  });

  it('are refused when a file is missing or is no JSON', () => {
    writeFileSync(join(folder, 'de-DE.json'), 'Dinge');
    expect(problemsOf(() => translations(yaml('{ default: en-US }')))).toHaveLength(1);
    rmSync(join(folder, 'de-DE.json'));
    expect(problemsOf(() => translations(yaml('{ default: en-US }')))).toHaveLength(1);
  });

  it('are refused above 100 KB together', () => {
    writeFileSync(join(folder, 'de-DE.json'), JSON.stringify({ long: 'x'.repeat(102_400) }));
    expect(problemsOf(() => translations(yaml('{ default: en-US }')))).toHaveLength(1);
  });
});

describe('a manifest', () => {
  it('is refused with a fallback without a file, and with a locale that Forge does not know', () => {
    expect(problemsOf(() => parseManifest(yaml('{ default: fr-FR }')))).toEqual([
      "translations: the fallback 'fr-FR' has no file",
    ]);
    expect(problemsOf(() => parseManifest(yaml('{ default: tlh }')))).not.toEqual([]);
  });

  it('is refused with keys of texts and without translations', () => {
    const without = yaml('{ default: en-US }').replace(/translations:[\s\S]*app:/, 'app:');
    expect(problemsOf(() => parseManifest(without))).toEqual(["'i18n: page.title' needs 'translations'"]);
  });
});
