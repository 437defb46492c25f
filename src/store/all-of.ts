/**
 * Like `Promise.all`, but ends only when all have ended: work that nobody waits for may be frozen with the process and go on
 * inside another invocation. (Forge: Node.js runtime.)
 */
export async function allOf<T extends readonly unknown[]>(
  promises: readonly [...{ [I in keyof T]: Promise<T[I]> }],
): Promise<T> {
  const settled = await Promise.allSettled(promises);
  const values: unknown[] = [];
  for (const one of settled) {
    if (one.status === 'rejected') throw one.reason;
    values.push(one.value);
  }
  return values as unknown as T;
}
