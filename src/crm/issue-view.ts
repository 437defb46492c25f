import type { IssueContact } from '../contract/contact';
import { isAccountId } from '../domain/account';
import type { ContactRecord } from '../domain/contact';
import { deservesLook } from '../domain/hint';
import { isValid, type JiraUserRecord } from '../domain/link';
import { cleanName } from '../domain/name';
import type { IssueReading } from '../jira/read-issue';
import type { Site } from '../jira/site-url';
import { type RecordRef, readRecords } from '../store/read-records';
import { withDefault } from '../store/read-state';
import { singleKeys } from '../store/records';
import type { SyncState } from '../store/sync-state';
import { wakeAccounts } from '../store/wake-accounts';
import { companyView } from './company-view';
import { contactView } from './contact-view';
import { readSurroundings } from './read-surroundings';

/**
 * Who is asking: the contact that a person chose for the issue, or else the one that the reporter's account is linked to. A
 * former link still tells whose account it was, unless a person gave that contact another email since.
 *
 * @throws StorageThrottled, StorageUnavailable, and what the address of the site throws
 */
export async function viewIssue(issue: IssueReading, site: Site): Promise<IssueContact> {
  const reporter = issue.reporter !== undefined && isAccountId(issue.reporter.accountId) ? issue.reporter : undefined;
  const refs: RecordRef[] = [
    { kind: 'state', key: singleKeys.state },
    { kind: 'issueContact', key: issue.id },
  ];
  if (reporter !== undefined) {
    refs.push({ kind: 'user', key: reporter.accountId }, { kind: 'skip', key: reporter.accountId });
  }
  const read = await readRecords(refs);
  const state = withDefault(read.get('state', singleKeys.state)).current;
  const chosenId = read.get('issueContact', issue.id).record?.contactId;
  const user = reporter === undefined ? undefined : read.get('user', reporter.accountId).record;
  const linkedId = user === undefined || user.kind === 'tombstone' ? undefined : user.contactId;
  const ids = [chosenId, linkedId].filter((id) => id !== undefined);
  const contacts = await readRecords(ids.map((key): RecordRef => ({ kind: 'contact', key })));
  const contact = (id: string | undefined) => (id === undefined ? undefined : contacts.get('contact', id).record);
  const manual = contact(chosenId);
  const linked = leadsBack(user, contact(linkedId), state);

  const view: IssueContact = {
    issueKey: issue.key,
    chosen: manual !== undefined ? 'manual' : linked !== undefined ? 'reporter' : 'none',
  };
  if (reporter !== undefined) {
    const name = cleanName(reporter.name);
    view.reporter = { accountId: reporter.accountId, name: name === '' ? reporter.accountId : name };
    if (!reporter.isApp && deservesLook(user, read.get('skip', reporter.accountId).record, state)) {
      await wakeAccounts([reporter.accountId]);
    }
  }
  const shown = manual ?? linked;
  if (shown !== undefined) await addContact(view, shown, state, site);
  return view;
}

function leadsBack(
  user: JiraUserRecord | undefined,
  contact: ContactRecord | undefined,
  state: SyncState,
): ContactRecord | undefined {
  const valid = state.enabled && isValid(user, state.epoch);
  return valid || contact?.emailSetByPerson !== true ? contact : undefined;
}

async function addContact(view: IssueContact, record: ContactRecord, state: SyncState, site: Site): Promise<void> {
  const surroundings = await readSurroundings([record], state, site);
  view.contact = contactView(record, surroundings);
  const company = record.companyId === undefined ? undefined : surroundings.company(record.companyId);
  if (company !== undefined) view.company = companyView(company);
}
