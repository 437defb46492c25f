import { createHash } from 'node:crypto';

/** How names and emails compare, written down apart from the app. */

export const clean = (name: string): string => name.normalize('NFC').trim();

export const keyOf = (email: string): string => email.normalize('NFC').trim().toLowerCase();

export const sameKey = (one: string | undefined, other: string | undefined): boolean =>
  (one === undefined ? undefined : keyOf(one)) === (other === undefined ? undefined : keyOf(other));

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Under which key storage has the claim on an email. */
export const claimKeyOf = (email: string): string => sha256(keyOf(email));
