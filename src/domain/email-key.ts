/**
 * An email made comparable: trimmed, Unicode NFC, lower case. No two contacts share one.
 */
export function emailKey(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

export const longestEmail = 254;

/** One `@` with something on both sides, no blanks, and no longer than mail allows: enough to tell an email from a slip. */
export function isEmail(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= longestEmail && /^[^\s@]+@[^\s@]+$/u.test(trimmed);
}

/** The part after the `@` of an email key. */
export function emailDomain(key: string): string {
  return key.slice(key.lastIndexOf('@') + 1);
}

/** The part before the `@`. */
export function emailLocalPart(email: string): string {
  return email.trim().slice(0, email.trim().lastIndexOf('@'));
}

/** Whether two emails, either of which may be absent, are the same by key. */
export function sameEmail(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return emailKey(one) === emailKey(other);
}
