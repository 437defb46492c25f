import { IntlMessageFormat } from 'intl-messageformat';
import english from '../../../../locales/en-US.json';
import type { Messages } from './messages';

export type MessageKey = keyof Messages;

/** The content of a file in `locales`: messages in ICU syntax, nested by the parts of their keys. */
export interface Texts {
  [part: string]: string | Texts;
}

/** The language that is part of the pages themselves: shown until, and unless, another one could be loaded. */
export const bundledLanguage = 'en-US';

let language = bundledLanguage;
let texts: Texts = english;
const formatters = new Map<MessageKey, IntlMessageFormat>();

/**
 * The message of that key in the language of the page. Call it while rendering or in answer to something, never once for
 * good while a module loads: the language is known only after that.
 */
export function t<K extends MessageKey>(
  key: K,
  ...[values]: Messages[K] extends null ? [] : [values: Messages[K]]
): string {
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    const translated = messageAt(texts, key);
    formatter =
      translated === undefined
        ? new IntlMessageFormat(messageAt(english, key) ?? key, bundledLanguage, undefined, { ignoreTag: true })
        : new IntlMessageFormat(translated, language, undefined, { ignoreTag: true });
    formatters.set(key, formatter);
  }
  return String(formatter.format<string>(values ?? undefined));
}

/** The language that `t` speaks, as BCP 47 has it. */
export function languageOfTexts(): string {
  return language;
}

/** From here on `t` speaks that language; what its texts leave out stays English. */
export function speak(nextLanguage: string, nextTexts: Texts): void {
  language = nextLanguage;
  texts = nextTexts;
  formatters.clear();
}

function messageAt(from: Texts, key: MessageKey): string | undefined {
  let found: string | Texts | undefined = from;
  for (const part of key.split('.')) {
    if (found === undefined || typeof found === 'string') return undefined;
    found = found[part];
  }
  return typeof found === 'string' ? found : undefined;
}
