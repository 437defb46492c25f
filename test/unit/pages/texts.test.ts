import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findKeys } from './texts/find-keys';
import { findTexts } from './texts/find-texts';
import { argumentsOf, readTexts, root } from './texts/read-texts';

const english = readTexts('en-US');
const german = readTexts('de-DE');

interface Manifest {
  modules: Record<string, { key: string; title?: unknown; label?: unknown }[]>;
  translations: { resources: { key: string; path: string }[]; fallback: { default: string } };
}

const manifest = parse(readFileSync(join(root, 'manifest.yml'), 'utf8')) as Manifest;
const named = Object.values(manifest.modules)
  .flat()
  .flatMap(({ title, label }) => [title, label])
  .filter((text) => text !== undefined);
/** Words that German has from the same place. */
const sameInBoth = ['Details', 'Kith', 'Link', 'Name', 'Option {number, number}', 'Person', 'Status', 'Text'];
/** Messages without a word of their own: examples, numbers, and what only puts values together. */
const withoutWords = (text: string) => !/\p{L}/u.test(text.replace(/\{[^}]*\}|\S*example\.com\S*/g, ''));

const keyOf = (text: unknown) => (text as { i18n?: string }).i18n ?? '';

describe('English and German', () => {
  it('are the languages of the manifest, and English stands in for all others', () => {
    const { resources, fallback } = manifest.translations;
    expect(resources.map(({ key }) => key)).toEqual(['en-US', 'de-DE']);
    expect(fallback).toEqual({ default: 'en-US' });
  });

  it('have the same messages, in the same order', () => {
    expect([...german.keys()]).toEqual([...english.keys()]);
  });

  it('give each message the same values', () => {
    const differ = [...english].filter(
      ([key, text]) => `${argumentsOf(text)}` !== `${argumentsOf(german.get(key) ?? '')}`,
    );
    expect(differ.map(([key]) => key)).toEqual([]);
  });

  it('are two languages: only these words are the same in both', () => {
    const same = [...english].filter(([key, text]) => german.get(key) === text && !withoutWords(text));
    expect(same.filter(([, text]) => !sameInBoth.includes(text))).toEqual([]);
  });

  it('have no empty message', () => {
    expect([...english, ...german].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('fit into what Forge takes: 100 KB together', () => {
    const bytes = manifest.translations.resources.map(({ path }) => statSync(join(root, path)).size);
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(100_000);
  });
});

describe('the pages', () => {
  const used = findKeys(english.size);

  it('use every message, together with the manifest', () => {
    const keys = new Set([...used.keys, ...named.map(keyOf)]);
    expect([...english.keys()].filter((key) => !keys.has(key))).toEqual([]);
  });

  it('use no message that is not there', () => {
    expect([...used.keys].filter((key) => !english.has(key))).toEqual([]);
  });

  it('say which messages they may show, wherever the key is put together', () => {
    expect(used.vague).toEqual([]);
  });

  it('ask for no message while a module loads, before the language is known', () => {
    expect(used.early).toEqual([]);
  });

  it('know what each message must be given', () => {
    expect(() => execFileSync(process.execPath, ['scripts/texts.mjs', '--check'], { cwd: root })).not.toThrow();
  });
});

describe('texts', () => {
  const folder = join(root, 'static/app/src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));

  it('stand nowhere but in locales', () => {
    const found = sources.flatMap((path) =>
      findTexts(path, readFileSync(join(folder, path), 'utf8')).map((text) => `${path}:${text}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['<p>Saved.</p>', 'Saved.'],
    ['<p>{saved ? "Saved" : "not yet"}</p>', 'Saved', 'not yet'],
    ['<p>{count + " contacts"}</p>', 'contacts'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is source code
    ['<p>{`${count} contacts`}</p>', 'contacts'],
    ['<p>{saved && "saved"}</p>', 'saved'],
    ['<Field label="name" />', 'name'],
    ['<Field title={wide ? "Name" : "name"} />', 'Name', 'name'],
    ['<img alt="a face" />', 'a face'],
    ['<button aria-label={"close"} />', 'close'],
    ['<input placeholder="search" />', 'search'],
    ['<Row text={name ?? "nobody"} />', 'nobody'],
    ['<Row description={"all"} />', 'all'],
    ['say(() => "Nothing was saved.")', 'Nothing was saved.'],
    ['const labels = { all: "All" }', 'All'],
    ['show({ title: t("shared.save"), body: "try again" })', 'try again'],
  ])('would be found elsewhere: %s', (source, ...texts) => {
    expect(findTexts('sample.tsx', `const sample = ${source.startsWith('const') ? '0;' : ''}${source};`)).toEqual(
      texts.map((text) => `1: ${text}`),
    );
  });

  it.each([
    '<p className="quiet text">{t("shared.save")} · {name}</p>',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is source code
    '<Field name="email" type="email" label={t(`shared.${field}`)} />',
    '<p>{state === "Closed" ? t("shared.save") : null}</p>',
    'new CallError("The app gave no answer.")',
  ])('are not found in %s', (source) => {
    expect(findTexts('sample.tsx', `const sample = ${source};`)).toEqual([]);
  });
});

describe('the manifest', () => {
  it('names each page and panel by a message', () => {
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((text) => !english.has(keyOf(text)) || !german.has(keyOf(text)))).toEqual([]);
  });
});
