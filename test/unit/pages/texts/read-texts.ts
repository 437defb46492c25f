import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

export const root = join(__dirname, '../../../..');

/** All messages of one of the files in `locales`, by key. */
export function readTexts(locale: string): Map<string, string> {
  return new Map(messagesOf(JSON.parse(readFileSync(join(root, `locales/${locale}.json`), 'utf8'))));
}

function messagesOf(part: object, path: string[] = []): [string, string][] {
  return Object.entries(part).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[[...path, name].join('.'), value]] : messagesOf(value as object, [...path, name]),
  );
}

/** What a message must be given, as "name kind", sorted. @throws SyntaxError for a message that is not ICU syntax */
export function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  const collect = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) continue;
      const counts = element.type === TYPE.plural || element.type === TYPE.number;
      found.add(`${element.value} ${counts ? 'number' : TYPE[element.type]}`);
      if ('options' in element) for (const option of Object.values(element.options)) collect(option.value);
    }
  };
  collect(parse(message, { ignoreTag: true }));
  return [...found].sort();
}
