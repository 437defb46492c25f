import { chosenCodes } from './choices';
import { refuse } from './errors';
import { limits } from './limits';

// Forge documents /^(?!\s+$)[a-zA-Z0-9:._\s-#]+$/. Without the u flag `\s-#` is the class \s, a hyphen and #.
const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;

/**
 * Gives the key back if Forge would take it (Forge: kvs-errorhandling).
 *
 * @throws StorageRefusal EMPTY_KEY, KEY_TOO_LONG, INVALID_KEY
 */
export function validKey(key: unknown): string {
  if (key === undefined || key === null || key === '') throw refuse('EMPTY_KEY', 'A key has at least one character.');
  if (typeof key !== 'string') throw refuse(chosenCodes.malformed, 'A key is a string.');
  if (key.length > limits.keyCharacters) {
    throw refuse('KEY_TOO_LONG', `A key has at most ${limits.keyCharacters} characters.`);
  }
  if (!KEY.test(key)) throw refuse('INVALID_KEY', `A key matches ${KEY.source}.`);
  return key;
}
