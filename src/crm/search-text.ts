import type { ContactRecord } from '../domain/contact';
import { emailKey } from '../domain/email-key';
import { cleanName, fold } from '../domain/name';

/** A search as names are folded, and as emails are; undefined when there is nothing to search for. */
export interface SearchText {
  name: string;
  email: string;
}

export function searchText(text: string | undefined): SearchText | undefined {
  const name = fold(text ?? '');
  return name === '' ? undefined : { name, email: emailKey(text ?? '') };
}

/** Whether a contact's name, the last word of it, or its email begins with what is searched for. */
export function matches(contact: Pick<ContactRecord, 'name' | 'email'>, search: SearchText): boolean {
  const name = fold(cleanName(contact.name));
  const lastWord = name.split(/\s+/u).at(-1) ?? '';
  return (
    name.startsWith(search.name) ||
    lastWord.startsWith(search.name) ||
    (contact.email !== undefined && emailKey(contact.email).startsWith(search.email))
  );
}

/** Indexes hold the first 560 bytes of a folded name, and emails are shorter: a longer prefix finds nothing. */
const longestPrefix = 560;

/** The part of a search text that an index can be asked for. What it finds is to be held against the whole text. */
export function indexPrefix(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length <= longestPrefix) return text;
  return bytes
    .subarray(0, longestPrefix)
    .toString('utf8')
    .replace(/\ufffd+$/u, '');
}
