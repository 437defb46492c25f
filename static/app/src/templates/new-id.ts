const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A short random id: records repeat the ids of fields and options. 50 bits, so that two admins never choose the same. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => letters[byte % letters.length]).join('');
}
