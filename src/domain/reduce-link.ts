import type { ContactRecord, Origin } from './contact';
import type { Change, Known } from './known';
import type { JiraUserRecord } from './link';
import { originOf } from './unlink';

/**
 * Reduces a link of an earlier epoch to account id and contact id, and gives its contact an origin in place of the
 * account. The contact's own values stay, and so does its version.
 *
 * @param runId stamped on what is left, so that the run counts it once
 * @returns undefined when there is nothing to reduce
 */
export function reduceLink(
  user: Known<JiraUserRecord>,
  contact: Known<ContactRecord>,
  epoch: number,
  runId: string,
  hash: (text: string) => string,
): Change[] | undefined {
  const link = user.record;
  if (link?.kind !== 'link' || link.epoch >= epoch) return undefined;
  const { accountId, contactId } = link;
  const key = accountId;
  if (contact.record === undefined) return [{ kind: 'user', key, rev: user.rev, record: undefined }];
  const accounts = contact.record.accounts.filter((account) => account.accountId !== accountId);
  const origins = contact.record.origins.filter((origin) => origin.accountId !== accountId);
  const { primary, ...rest } = contact.record;
  const origin = originOf(link, contact.record, true, hash);
  const reduced: ContactRecord = { ...rest, accounts, origins: ordered(origins, origin, primary === accountId) };
  if (primary !== undefined && primary !== accountId) reduced.primary = primary;
  return [
    { kind: 'user', key, rev: user.rev, record: { kind: 'former', accountId, contactId, reducedIn: runId } },
    { kind: 'contact', key: contactId, rev: contact.rev, record: reduced },
  ];
}

/** The account that the contact followed stays first. */
function ordered(origins: Origin[], origin: Origin, wasPrimary: boolean): Origin[] {
  return wasPrimary ? [origin, ...origins] : [...origins, origin];
}
