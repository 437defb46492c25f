import { ForgeKvsAPIError } from '@forge/kvs';

/**
 * Logs that something failed: what, the kind of error, and where it was raised. Never its message: other people's errors may
 * quote what they were given.
 */
export function logFault(what: string, error: unknown): void {
  console.error(`${what} failed: ${kindOf(error)}${raisedAt(error)}`);
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const cause = error.cause === undefined ? '' : ` (${kindOf(error.cause)})`;
  const code = error instanceof ForgeKvsAPIError ? ` ${error.responseDetails.status} ${error.code}` : '';
  return `${error.name}${code}${cause}`;
}

const mostFrames = 6;

function raisedAt(error: unknown): string {
  if (!(error instanceof Error) || error.stack === undefined) return '';
  const frames = error.stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.length === 0 ? '' : `\n${frames.slice(0, mostFrames).join('\n')}`;
}
