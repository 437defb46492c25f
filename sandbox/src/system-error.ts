/** The code of an error of the operating system, such as `ENOENT`. Not by `instanceof`: under Jest such errors come from another realm. */
export function systemErrorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
