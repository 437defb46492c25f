import type { ProductAnswer } from '../http';
import { MISSING_SCOPE_MESSAGE, MISSING_SCOPE_STATUS } from './choices';

/** What an endpoint answered, and how many objects of each kind it returned: that is what points are counted by. */
export interface Outcome extends ProductAnswer {
  identities?: number;
  others?: number;
}

/** An error as Jira itself words it. */
export function jiraError(status: number, message: string, errors: Record<string, string> = {}): Outcome {
  return { status, body: { errorMessages: message === '' ? [] : [message], errors } };
}

/** An error as the gateway in front of Jira words it. */
export function gatewayError(code: number, message: string): Outcome {
  return { status: code, body: { code, message } };
}

export const missingScope = (): Outcome => gatewayError(MISSING_SCOPE_STATUS, MISSING_SCOPE_MESSAGE);

export const notSignedIn = (): Outcome =>
  jiraError(401, 'You are not authenticated. Authentication required to perform this operation.');

export const noBrowseUsers = (): Outcome =>
  jiraError(403, 'The user does not have permission to browse users and groups.');

export const noSuchUser = (accountId: string): Outcome =>
  jiraError(404, `Specified user does not exist or you do not have required permissions: ${accountId}`);

export const noSuchIssue = (): Outcome =>
  jiraError(404, 'Issue does not exist or you do not have permission to see it.');

/** The request asks for a part of Jira that this sandbox does not have. The host reports it and answers 501. */
export class NotBuilt extends Error {
  constructor(readonly what: string) {
    super(`The sandbox's Jira site has not built this: ${what}`);
    this.name = 'NotBuilt';
  }
}
