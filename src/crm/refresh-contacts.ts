import type { Contact } from '../contract/contact';
import { ok, type Result } from '../contract/result';
import type { Site } from '../jira/site-url';
import { type RecordRef, readRecords } from '../store/read-records';
import { withDefault } from '../store/read-state';
import { canBeKey } from '../store/record-id';
import { singleKeys } from '../store/records';
import { validAccounts } from './contact-view';
import { readSurroundings, viewContacts } from './read-surroundings';

/** How long a look at an account holds (milliseconds). */
export const lookHoldsFor = 15 * 60_000;

/**
 * Looks at the Jira users of contacts now, except at those that were looked at less than 15 minutes ago. Ids without a contact
 * are left out.
 *
 * @param lookAt brings accounts and their contacts into agreement with Jira
 */
export async function refreshContacts(
  ids: readonly string[],
  site: Site,
  lookAt: (accountIds: readonly string[]) => Promise<void>,
): Promise<Result<{ items: Contact[] }>> {
  const unique = [...new Set(ids)].filter(canBeKey);
  const before = await readContacts(unique);
  const surroundings = await readSurroundings(before.contacts, before.state, site);
  const oldest = new Date(Date.now() - lookHoldsFor).toISOString();
  const due = before.contacts
    .flatMap((contact) => validAccounts(contact, surroundings))
    .filter(({ retrievedAt }) => retrievedAt <= oldest)
    .map(({ accountId }) => accountId);
  if (due.length > 0) await lookAt(due);
  const after = due.length > 0 ? await readContacts(unique) : before;
  return ok({ items: await viewContacts(after.contacts, after.state, site) });
}

async function readContacts(ids: readonly string[]) {
  const refs = ids.map((key): RecordRef => ({ kind: 'contact', key }));
  const records = await readRecords([{ kind: 'state', key: singleKeys.state }, ...refs]);
  const contacts = ids.map((id) => records.get('contact', id).record).filter((contact) => contact !== undefined);
  return { state: withDefault(records.get('state', singleKeys.state)).current, contacts };
}
