/** Which calls a refusal stops: all background work of the app, or this endpoint only. */
export type ThrottleScope = 'quota' | 'burst';

/** Jira did not do what it was asked to. */
export abstract class JiraFault extends Error {}

/** Jira asked us to wait. Nothing may be asked again before `retryAt` (milliseconds since 1970). */
export class JiraThrottled extends JiraFault {
  override name = 'JiraThrottled';

  constructor(
    readonly scope: ThrottleScope,
    readonly retryAt: number,
  ) {
    super(`Jira asked to wait until ${new Date(retryAt).toISOString()}.`);
  }
}

/** Jira did not answer, or answered with something that says nothing about what was asked. `retryAt` if Jira named a time. */
export class JiraUnavailable extends JiraFault {
  override name = 'JiraUnavailable';

  constructor(
    message: string,
    readonly retryAt?: number,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** Jira refuses the caller: 401 or 403. */
export class JiraForbidden extends JiraFault {
  override name = 'JiraForbidden';
}

/** Jira has no such thing, or does not show it to the caller: 404. */
export class JiraNotFound extends JiraFault {
  override name = 'JiraNotFound';
}

/** Jira finds the request wrong: 400 and the like. */
export class JiraRefused extends JiraFault {
  override name = 'JiraRefused';
}
