import { sha256 } from '../store/records';

const tagLength = 16;
const longestPosition = 1000;

/**
 * Where a list goes on: after the entry with this name key. Our own, and not the platform's cursor, which is not to be kept.
 * It is good for the list that it came from only; `list` holds what makes that list.
 */
export function cursorAfter(position: string, list: readonly unknown[]): string {
  return Buffer.from(`${tagOf(list)}${position}`, 'utf8').toString('base64url');
}

/** The name key in a cursor; undefined for one of another list, or none at all. */
export function positionIn(cursor: string, list: readonly unknown[], longest = longestPosition): string | undefined {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const isWhole = Buffer.from(text, 'utf8').toString('base64url') === cursor;
  const position = text.slice(tagLength);
  if (!isWhole || text.slice(0, tagLength) !== tagOf(list) || position === '') return undefined;
  return Buffer.byteLength(position, 'utf8') > longest ? undefined : position;
}

function tagOf(list: readonly unknown[]): string {
  return sha256(JSON.stringify(list)).slice(0, tagLength);
}
