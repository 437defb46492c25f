const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const fullName = /\p{L}|\p{N}/u;

/** One or two letters for a person without a picture: of the first and the last word; one for scripts without spaces. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => fullName.test(word));
  const first = words[0];
  if (first === undefined) return '?';
  const last = words.length > 1 ? words.at(-1) : undefined;
  return `${firstLetter(first)}${last === undefined ? '' : firstLetter(last)}`;
}

function firstLetter(word: string): string {
  for (const { segment } of segmenter.segment(word)) {
    if (fullName.test(segment)) return segment.toLocaleUpperCase();
  }
  return '';
}

/** A number from 0 to `count` - 1 that stays the same for the same text. */
export function hueOf(text: string, count: number): number {
  let hash = 0;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % count;
}
