/** Why a call was not answered with a value. Where several apply, the first in this order is given. */
export const errorCodes = [
  'forbidden',
  'invalid',
  'not-found',
  'locked',
  'conflict',
  'rate-limited',
  'unavailable',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** `message` is for people; `field` names the first culprit of an `invalid` payload. */
export interface Failure {
  code: ErrorCode;
  message: string;
  field?: string;
}

/** What every resolver function resolves to. It never throws for something a user can cause. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** One page of a list. No `cursor`: that was the last page. */
export interface Page<T> {
  items: T[];
  cursor?: string;
}

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(code: ErrorCode, message: string, field?: string): { ok: false; error: Failure } {
  return { ok: false, error: field === undefined ? { code, message } : { code, message, field } };
}
