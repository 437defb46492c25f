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
  /** The email domain that a company cannot have. */
  domain?: RefusedDomain;
}

/**
 * Why a company cannot have an email domain: it is none, names below it belong to many owners, everybody can have an email
 * there, or it belongs to another company.
 */
export interface RefusedDomain {
  name: string;
  because: 'not-a-domain' | 'many-owners' | 'free-mail' | 'taken';
  /** For `taken`: the name of that company, if it still has one. */
  company?: string;
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
