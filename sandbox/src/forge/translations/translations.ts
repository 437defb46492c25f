import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  extractI18nKeysFromModules,
  type ForgeSupportedLocaleCode,
  getTranslationValue,
  I18N_BUNDLE_FOLDER_NAME,
  I18N_INFO_FILE_NAME,
  type I18nInfo,
} from '@forge/i18n';
import type { Manifest, ModuleText } from '../manifest/model';
import { ManifestError } from '../manifest/read-manifest';
import { translationLimits } from './limits';

type Content = Record<string, unknown>;

/** The app's translations, read once as the deployment reads them. */
export class Translations {
  private readonly contents = new Map<string, Content>();

  /** @throws ManifestError for what Forge refuses at deployment (Forge: manifest reference, translations). */
  constructor(
    private readonly manifest: Manifest,
    appFolder: string,
  ) {
    const problems: string[] = [];
    let bytes = 0;
    for (const [locale, path] of manifest.translations?.resources ?? []) {
      try {
        const text = readFileSync(join(appFolder, path), 'utf8');
        bytes += Buffer.byteLength(text);
        this.contents.set(locale, JSON.parse(text) as Content);
      } catch (error) {
        problems.push(`translations '${locale}': ${path} cannot be read: ${(error as Error).message}`);
      }
    }
    if (bytes > translationLimits.bytesInAll) {
      problems.push(`the translation files have ${bytes} bytes together; ${translationLimits.bytesInAll} are allowed`);
    }
    for (const key of this.moduleKeys()) {
      if (this.find(key, manifest.translations?.fallback.default ?? '') === undefined) {
        problems.push(`the default translations do not have '${key}'`);
      }
    }
    if (problems.length > 0) throw new ManifestError(problems);
  }

  /** A title or label of a module for a person with that locale. */
  text(text: ModuleText, locale: string): string {
    if (typeof text === 'string') return text;
    for (const language of this.lookupOrder(locale)) {
      const found = this.find(text.i18n, language);
      if (found !== undefined) return found;
    }
    return text.i18n;
  }

  /**
   * What Forge puts beside an app's pages for `i18n` of `@forge/bridge`, by its path below the resource; nothing for every
   * other path, and for an app without translations.
   */
  bundled(path: string): unknown {
    if (this.manifest.translations === undefined || !path.startsWith(`${I18N_BUNDLE_FOLDER_NAME}/`)) return undefined;
    const name = path.slice(I18N_BUNDLE_FOLDER_NAME.length + 1);
    return name === I18N_INFO_FILE_NAME ? this.info() : this.contents.get(name.replace(/\.json$/, ''));
  }

  private info(): I18nInfo {
    const { resources, fallback } = this.manifest.translations ?? {
      resources: new Map(),
      fallback: { default: 'en-US' },
    };
    const locales = [...resources.keys()] as ForgeSupportedLocaleCode[];
    const translations = Object.fromEntries(
      this.moduleKeys().map((key) => {
        const texts = locales.map((locale) => [locale, this.find(key, locale)] as const);
        return [key, Object.fromEntries(texts.filter(([, text]) => text !== undefined))];
      }),
    );
    return { translations, config: { locales, fallback } };
  }

  private moduleKeys(): string[] {
    return extractI18nKeysFromModules({ ui: this.manifest.uiModules });
  }

  private find(key: string, locale: string): string | undefined {
    return getTranslationValue(Object.fromEntries(this.contents), key, locale as ForgeSupportedLocaleCode) ?? undefined;
  }

  private lookupOrder(locale: string): string[] {
    const fallback = this.manifest.translations?.fallback;
    if (fallback === undefined) return [];
    const own = Object.hasOwn(fallback, locale) ? fallback[locale as ForgeSupportedLocaleCode] : undefined;
    return [locale, ...(Array.isArray(own) ? own : []), fallback.default];
  }
}
