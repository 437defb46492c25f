import { isAccountId } from '../../domain/account';
import type { ContactRecord } from '../../domain/contact';
import { domainOfEmail } from '../../domain/email-domain';
import { emailKey } from '../../domain/email-key';
import type { IssueFacts } from '../../domain/issue-company';
import { isValid, type JiraUserRecord } from '../../domain/link';
import type { Skip } from '../../domain/skip';
import type { IssueReading, IssueReporter } from '../../jira/read-issue';
import { type GatheredRecords, gatherRecords } from '../../store/gather-records';
import type { RecordRef } from '../../store/read-records';
import { withDefault } from '../../store/read-state';
import { canBeKey } from '../../store/record-id';
import { singleKeys } from '../../store/records';
import type { SyncState } from '../../store/sync-state';
import { stepsOf } from './issue-settings';

/** What is known of an issue, and the records that say so. */
export interface IssueRead {
  facts: IssueFacts;
  state: SyncState;
  records: GatheredRecords;
  /** The reporter, unless the issue has none, or one whose id is no account's. */
  reporter?: IssueReporter;
  /** What is stored of the reporter's account. */
  user?: JiraUserRecord;
  skip?: Skip;
}

/** Records that the caller needs besides. `ofContact`: what it takes to show a contact that was found. */
export interface MoreRecords {
  always?: readonly RecordRef[];
  ofContact?: (contact: ContactRecord) => readonly RecordRef[];
}

/**
 * Reads what decides about the contact and the company of an issue. The property on the issue is taken for a hint at what to
 * read first, so that an issue where nothing has changed takes two requests, any other three. A fourth is needed only where
 * the domain of an email decides that neither the issue, nor the reporter's link, nor the property told of.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function readIssueFacts(issue: IssueReading, more: MoreRecords = {}): Promise<IssueRead> {
  return readIn(issue, await gatherRecords((known) => refsFor(clueOf(issue), known, more)));
}

/**
 * The same for several issues, in the requests that one of them takes, or a few more. By the ids of the issues.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function readFactsOfIssues(issues: readonly IssueReading[]): Promise<Map<string, IssueRead>> {
  const clues = issues.map(clueOf);
  const records = await gatherRecords((known) => clues.flatMap((clue) => refsFor(clue, known, {})));
  return new Map(issues.map((issue) => [issue.id, readIn(issue, records)]));
}

function clueOf(issue: IssueReading): Clue {
  const reporter = reporterOf(issue);
  const email = emailOf(reporter);
  return { ...issue, email, ...(reporter === undefined ? {} : { accountId: reporter.accountId }) };
}

function reporterOf({ reporter }: IssueReading): IssueReporter | undefined {
  return reporter !== undefined && isAccountId(reporter.accountId) ? reporter : undefined;
}

function emailOf(reporter: IssueReporter | undefined): string | undefined {
  return reporter?.isApp === false ? reporter.email : undefined;
}

/** What the records say of an issue. */
function readIn(issue: IssueReading, records: GatheredRecords): IssueRead {
  const reporter = reporterOf(issue);
  const email = emailOf(reporter);
  const { current: state } = withDefault(records.find('state', singleKeys.state) ?? { record: undefined, rev: 0 });
  const contact = (id: string | undefined) => (id === undefined ? undefined : records.record('contact', id));
  const user = reporter === undefined ? undefined : records.record('user', reporter.accountId);
  const skip = reporter === undefined ? undefined : records.record('skip', reporter.accountId);
  const chosen = contact(records.record('issueContact', issue.id)?.contactId);
  const linked = leadsBack(user, contact(contactIdOf(user)), state);
  const named = contact(email === undefined ? undefined : records.record('claim', emailKey(email))?.contactId);
  const facts: IssueFacts = {
    steps: stepsOf(records.record('issueSettings', singleKeys.issueSettings), issue.projectId),
    ...(chosen === undefined ? {} : { chosenContact: chosen }),
    ...(linked === undefined ? {} : { contactOfAccount: linked }),
    ...(named === undefined ? {} : { contactOfEmail: named }),
    ...(email === undefined ? {} : { email }),
    ...(issue.property === undefined ? {} : { property: issue.property }),
    company: (id) => {
      const record = canBeKey(id) ? records.record('company', id) : undefined;
      return record === undefined ? undefined : { id: record.id, name: record.name };
    },
    ownerOf: (domain) => records.record('companyDomain', domain)?.companyId,
  };
  return {
    facts,
    state,
    records,
    ...(reporter === undefined ? {} : { reporter }),
    ...(user === undefined ? {} : { user }),
    ...(skip === undefined ? {} : { skip }),
  };
}

/** A former link still tells whose account it was, unless a person gave that contact another email since. */
export function leadsBack(
  user: JiraUserRecord | undefined,
  contact: ContactRecord | undefined,
  state: SyncState,
): ContactRecord | undefined {
  const valid = state.enabled && isValid(user, state.epoch);
  return valid || contact?.emailSetByPerson !== true ? contact : undefined;
}

/** The contact that a link or a former link names. */
export function contactIdOf(user: JiraUserRecord | undefined): string | undefined {
  return user === undefined || user.kind === 'tombstone' ? undefined : user.contactId;
}

interface Clue extends IssueReading {
  accountId?: string;
  email: string | undefined;
}

/** Everything that may matter, by what is known so far. */
function refsFor(clue: Clue, known: GatheredRecords, { always = [], ofContact }: MoreRecords): RecordRef[] {
  const refs: RecordRef[] = [
    { kind: 'state', key: singleKeys.state },
    { kind: 'issueSettings', key: singleKeys.issueSettings },
    { kind: 'issueContact', key: clue.id },
    ...always,
  ];
  const contactIds = [clue.property?.contact?.id, known.record('issueContact', clue.id)?.contactId];
  const companyIds = [clue.property?.company?.id];
  const domains = [domainOfEmail(clue.email)];
  if (clue.email !== undefined) {
    const key = emailKey(clue.email);
    refs.push({ kind: 'claim', key });
    contactIds.push(known.record('claim', key)?.contactId);
  }
  if (clue.accountId !== undefined) {
    refs.push({ kind: 'user', key: clue.accountId }, { kind: 'skip', key: clue.accountId });
    const user = known.record('user', clue.accountId);
    contactIds.push(contactIdOf(user));
    if (user?.kind === 'link') domains.push(domainOfEmail(user.email));
  }
  for (const id of asKeys(contactIds)) {
    refs.push({ kind: 'contact', key: id });
    const contact = known.record('contact', id);
    if (contact === undefined) continue;
    domains.push(domainOfEmail(contact.email));
    companyIds.push(contact.companyId);
    refs.push(...(ofContact?.(contact) ?? []));
  }
  for (const domain of domains) {
    if (domain === undefined) continue;
    refs.push({ kind: 'companyDomain', key: domain });
    companyIds.push(known.record('companyDomain', domain)?.companyId);
  }
  return [...refs, ...asKeys(companyIds).map((key): RecordRef => ({ kind: 'company', key }))];
}

/** The property may hold anything: what cannot be a key names no record. */
function asKeys(ids: readonly (string | undefined)[]): string[] {
  return ids.filter((id) => id !== undefined && canBeKey(id)) as string[];
}
