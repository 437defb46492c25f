import { readFile, writeFile } from 'node:fs/promises';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { inRoot } from './lib/paths.mjs';

/**
 * Writes the type of all messages, so that the compiler knows each key and what its message must be given.
 * With `--check` it writes nothing and ends with an error if the file is not up to date.
 */
const source = 'locales/en-US.json';
const target = 'static/app/src/texts/messages.ts';

function messagesOf(part, path = []) {
  return Object.entries(part).flatMap(([name, value]) =>
    typeof value === 'string' ? [[[...path, name].join('.'), value]] : messagesOf(value, [...path, name]),
  );
}

function collect(elements, given) {
  for (const element of elements) {
    if (element.type === TYPE.argument) given.set(element.value, given.get(element.value) ?? 'string');
    if (element.type === TYPE.number) given.set(element.value, 'number');
    if (element.type === TYPE.date || element.type === TYPE.time) given.set(element.value, 'Date');
    if (element.type === TYPE.plural) given.set(element.value, 'number');
    if (element.type === TYPE.select) given.set(element.value, 'string');
    for (const option of Object.values(element.options ?? {})) collect(option.value, given);
  }
  return given;
}

function typeOf(message) {
  const given = [...collect(parse(message, { ignoreTag: true }), new Map())].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return given.length === 0 ? 'null' : `{ ${given.map(([name, type]) => `${name}: ${type}`).join('; ')} }`;
}

const texts = JSON.parse(await readFile(inRoot(source), 'utf8'));
const lines = messagesOf(texts).map(([key, message]) => `  '${key}': ${typeOf(message)};`);
const written = [
  `/** What each message of ${source} must be given; null for nothing. Written by \`npm run texts\`, not by hand. */`,
  'export interface Messages {',
  ...lines,
  '}',
  '',
].join('\n');

if (!process.argv.includes('--check')) await writeFile(inRoot(target), written);
else if ((await readFile(inRoot(target), 'utf8')) !== written) {
  console.error(`${target} is not what ${source} says: run "npm run texts".`);
  process.exitCode = 1;
}
