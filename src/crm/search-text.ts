import type { ContactRecord } from '../domain/contact';
import { emailKey } from '../domain/email-key';
import { cleanName, fold, lastWord } from '../domain/name';

/** A search as names are folded, and as emails are; undefined when there is nothing to search for. */
export interface SearchText {
  name: string;
  email: string;
}

export function searchText(text: string | undefined): SearchText | undefined {
  const name = fold(text ?? '');
  return name === '' ? undefined : { name, email: emailKey(text ?? '') };
}

/** In what a contact is found. */
export type SearchedPart = 'name' | 'word' | 'email';

/** Where a text is looked for: with a blank inside it begins neither a word nor an email, with an `@` it is taken for no word. */
export function searchedParts({ name, email }: SearchText): SearchedPart[] {
  const parts: SearchedPart[] = ['name'];
  if (!/\s/u.test(name) && !name.includes('@')) parts.push('word');
  if (!/\s/u.test(email)) parts.push('email');
  return parts;
}

export function matchesPart(
  contact: Pick<ContactRecord, 'name' | 'email'>,
  search: SearchText,
  part: SearchedPart,
): boolean {
  if (part === 'name') return fold(cleanName(contact.name)).startsWith(search.name);
  if (!searchedParts(search).includes(part)) return false;
  if (part === 'word') return lastWord(contact.name)?.startsWith(search.name) === true;
  return contact.email !== undefined && emailKey(contact.email).startsWith(search.email);
}

/** Whether a contact's name, the last word of it, or its email begins with what is searched for. */
export function matches(contact: Pick<ContactRecord, 'name' | 'email'>, search: SearchText): boolean {
  return (['name', 'word', 'email'] as const).some((part) => matchesPart(contact, search, part));
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
