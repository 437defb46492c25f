import { jiraError, type Outcome } from './answers';
import { ACCOUNT_ID_MAX_LENGTH } from './limits';

/** A parameter was refused; `outcome` is what the caller is told. */
export class BadRequest extends Error {
  readonly outcome: Outcome;

  constructor(message: string, errors?: Record<string, string>) {
    super(message);
    this.name = 'BadRequest';
    this.outcome = jiraError(400, message, errors);
  }
}

/**
 * A whole number not below 0 in the query; above `cap`, the cap.
 *
 * @throws BadRequest when it is something else.
 */
export function wholeNumber(query: URLSearchParams, name: string, fallback: number, cap = 0x7fffffff): number {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  if (!/^\d{1,10}$/.test(text)) throw new BadRequest(`The value '${text}' of '${name}' is not a whole number.`);
  return Math.min(Number(text), cap);
}

/**
 * The repeated `accountId` parameters, each once, in the order given.
 *
 * @throws BadRequest when there is none, or one is longer than an account id can be.
 */
export function accountIds(query: URLSearchParams): string[] {
  const ids = [...new Set(query.getAll('accountId'))].filter((id) => id !== '');
  if (ids.length === 0) throw new BadRequest("The 'accountId' query parameter needs to be provided.");
  const long = ids.find((id) => id.length > ACCOUNT_ID_MAX_LENGTH);
  if (long !== undefined) throw new BadRequest(`An account id has at most ${ACCOUNT_ID_MAX_LENGTH} characters.`);
  return ids;
}

/**
 * The body as a JSON value.
 *
 * @throws BadRequest when it is absent or not JSON.
 */
export function jsonBody(bodyText: string | undefined): unknown {
  if (bodyText === undefined || bodyText.trim() === '') throw new BadRequest('A request body is needed.');
  try {
    const value: unknown = JSON.parse(bodyText);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) throw new BadRequest('There was an error parsing JSON. Check that it is valid.');
    throw error;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
