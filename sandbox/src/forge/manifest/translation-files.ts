import { extractI18nKeysFromModules } from '@forge/i18n';
import type { TranslationFiles } from './model';
import type { ManifestFile } from './schema';

type TranslationsOfFile = NonNullable<ManifestFile['translations']>;

export function toTranslations({ resources, fallback }: TranslationsOfFile): TranslationFiles {
  const others = Object.entries(fallback).filter(([locale]) => locale !== 'default');
  return {
    resources: new Map(resources.map(({ key, path }) => [key, path])),
    fallback: {
      ...Object.fromEntries(others.map(([locale, next]) => [locale, [next].flat()])),
      default: fallback.default,
    },
  };
}

/** Forge: manifest reference, translations: fallbacks need files, a locale has one, and keys need translations. */
export function translationProblems({ modules, translations }: ManifestFile): string[] {
  if (translations === undefined) {
    return extractI18nKeysFromModules(modules).map((key) => `'i18n: ${key}' needs 'translations'`);
  }
  const locales = translations.resources.map(({ key }) => key);
  const missing = Object.values(translations.fallback)
    .flat()
    .filter((locale) => !locales.includes(locale));
  return [
    ...missing.map((locale) => `translations: the fallback '${locale}' has no file`),
    ...(new Set(locales).size < locales.length ? ['translations: a locale has two files'] : []),
  ];
}
