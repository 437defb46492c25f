/** Whether the text can be a key in storage at all; one that cannot names no record. (Forge: limits-kvs-ce.) */
export function canBeKey(id: string): boolean {
  return id.length <= 128 && /^[a-zA-Z0-9:._#-]+$/.test(id);
}
