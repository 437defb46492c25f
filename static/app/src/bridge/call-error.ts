import type { Failure, Result } from '../contract';

/** A call of the app that was not answered with a value. */
export class CallError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'CallError';
    this.failure = failure;
  }
}

/** What went wrong, whoever noticed: the app with an answer, or the bridge by rejecting. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CallError) return error.failure;
  const message = error instanceof Error ? error.message : String(error);
  if (/rate limited/i.test(message)) return { code: 'rate-limited', message };
  return { code: 'unavailable', message };
}

/**
 * The value of an answer.
 * @throws {CallError} for a failure, for a rejected call, and for an answer that is no `Result`.
 */
export async function answerOf<T>(call: Promise<Result<T>>): Promise<T> {
  let answer: Result<T> | null | undefined;
  try {
    answer = await call;
  } catch (error) {
    throw new CallError(failureOf(error));
  }
  if (answer?.ok === true) return answer.value;
  if (answer?.ok === false) throw new CallError(answer.error);
  throw new CallError({ code: 'unavailable', message: 'The app gave no answer.' });
}
