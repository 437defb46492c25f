import type { Site } from '../jira/site-url';

/** Who calls a resolver function, and from where. */
export interface Caller {
  /** Vouched for by Forge; absent when nobody is signed in. */
  accountId?: string;
  /** From the browser, so it may only ever restrict. */
  accountType?: string;
  site: Site;
  /** The place of the page in Jira, from the browser: to be checked before it is used. */
  extension: Record<string, unknown>;
}

/** Reads the context that `@forge/resolver` gives to a function. */
export function callerOf(context: Record<string, unknown>): Caller {
  const { accountId, accountType, installContext, siteUrl, extension } = context;
  const site: Site = { id: typeof installContext === 'string' ? installContext : '' };
  if (typeof siteUrl === 'string') site.claimedUrl = siteUrl;
  const caller: Caller = { site, extension: isObject(extension) ? extension : {} };
  if (typeof accountId === 'string' && accountId !== '') caller.accountId = accountId;
  if (typeof accountType === 'string') caller.accountType = accountType;
  return caller;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
