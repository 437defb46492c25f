export const longestName = 255;

/** A name as Kith stores and compares it: trimmed, Unicode NFC, at most 255 characters. */
export function cleanName(name: string): string {
  return cutToLength(name.trim().normalize('NFC'), longestName);
}

/** Names compare trimmed and NFC. */
export function sameName(one: string, other: string): boolean {
  return cleanName(one) === cleanName(other);
}

/** Case and accents folded: `Ångström` and `angstrom` become equal. Scripts without either stay as they are. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .trim();
}

const separator = '\u0001';

/** Forge stores index range values of at most 900 bytes. These shares leave room for an id. */
const foldedBytes = 560;
const exactBytes = 240;

/**
 * What lists are ordered by: the folded name, then the name by code point, then the id, so that no two contacts are
 * equal and a list can go on after any of them. UTF-8 bytes sort like code points.
 */
export function nameKey(name: string, id: string): string {
  const clean = cleanName(name);
  return [cutToBytes(fold(clean), foldedBytes), cutToBytes(clean, exactBytes), id].join(separator);
}

/** The last word of a name, folded; absent when the name has one word only. */
export function lastWord(name: string): string | undefined {
  const words = fold(cleanName(name)).split(/\s+/u);
  const last = words.at(-1);
  return words.length < 2 || last === undefined || last === '' ? undefined : last;
}

/** Like `nameKey`, for the search by the last word of a name. */
export function lastWordKey(name: string, id: string): string | undefined {
  const last = lastWord(name);
  if (last === undefined) return undefined;
  return [cutToBytes(last, foldedBytes), cutToBytes(fold(cleanName(name)), exactBytes), id].join(separator);
}

function cutToLength(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const last = cut.charCodeAt(cut.length - 1);
  const endsInHalfACharacter = last >= 0xd800 && last <= 0xdbff;
  return endsInHalfACharacter ? cut.slice(0, -1) : cut;
}

/** UTF-8 needs at most three bytes for a UTF-16 unit. */
const mostBytesPerUnit = 3;

/** The longest start of `text` that is at most `bytes` long in UTF-8, without a half character at its end. */
function cutToBytes(text: string, bytes: number): string {
  if (text.length * mostBytesPerUnit <= bytes) return text;
  const encoder = new TextEncoder();
  let size = 0;
  let result = '';
  for (const character of text) {
    size += encoder.encode(character).length;
    if (size > bytes) return result;
    result += character;
  }
  return result;
}
