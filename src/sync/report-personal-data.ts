import { accountsPerReport, type ReportedAccount, ReportRefused, reportAccounts } from '../jira/report-accounts';
import { findContactsAfter, findSkipsAfter, findUsersAfter } from '../store/find-user-records';
import { readRecords } from '../store/read-records';
import { withDefault } from '../store/read-state';
import { singleKeys } from '../store/records';
import type { PersonalDataReport } from '../store/report';
import { commit } from '../store/transaction';
import { convergeQueued } from './converge-queued';
import { eraseAccount } from './erase-account';
import { queueWoken } from './queue-woken';
import { newContext, type SyncContext } from './sync-context';

/** Atlassian wants to hear of each account once in a cycle. (Forge: user-privacy-guidelines.) */
const cycleMs = 7 * 24 * 3_600_000;

/** No further page is begun when less than this is left of the invocation (milliseconds). */
const reserve = 30_000;

/** A page belongs to one worker for this long (milliseconds), so that nobody is reported twice at once. */
const lease = 4 * 60_000;

/** Accounts of one page of our records, no more than one report takes, each with the contacts that are known to hold something of it. */
interface ReportPage {
  accounts: (ReportedAccount & { contactIds: string[] })[];
  /** Where the part goes on; undefined when it is done. */
  after: string | undefined;
  /** Accounts that were erased already, of which these contacts still hold something. */
  leftBehind?: { accountId: string; contactId: string }[];
}

/** Contacts come last: what they hold of accounts that the other parts found closed is erased then. */
const parts = ['users', 'skips', 'contacts'] as const;

/**
 * Reports, once in a cycle, every account of which anything is stored, each in one part only, one call after another, and
 * erases who has closed the account. Goes on where it stopped when time runs out or Atlassian does not take a report.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function reportPersonalData(timeLeft: () => number): Promise<void> {
  do {
    const read = await readRecords([
      { kind: 'state', key: singleKeys.state },
      { kind: 'report', key: singleKeys.report },
    ]);
    const { current } = withDefault(read.get('state', singleKeys.state));
    const known = read.get('report', singleKeys.report);
    const report = underWay(known.record, Date.now());
    if (report?.part === undefined || current.epoch === 0) return;
    if (report.workingUntil !== undefined && Date.parse(report.workingUntil) > Date.now()) return;
    const workingUntil = new Date(Date.now() + lease).toISOString();
    const claim = { ...report, workingUntil };
    const claimed = await commit([{ kind: 'report', key: singleKeys.report, rev: known.rev, record: claim }]);
    if (claimed === 'conflict') return;
    const context = newContext(current);
    const page = await pageOf(report.part, report.after);
    try {
      await reportPage(page, context);
    } catch (error) {
      if (!(error instanceof ReportRefused)) throw error;
      return waitUntil(error.retryAt, { record: claim, rev: known.rev + 1 });
    }
    await queueWoken(context);
    const write = { kind: 'report', key: singleKeys.report, rev: known.rev + 1, record: nextOf(report, page) } as const;
    if ((await commit([write])) === 'conflict') return;
  } while (timeLeft() > reserve);
}

/** Nobody goes on before the time that Atlassian named, if that is later than the lease. */
async function waitUntil(
  retryAt: number | undefined,
  claim: { record: PersonalDataReport; rev: number },
): Promise<void> {
  if (retryAt === undefined || retryAt <= Date.parse(claim.record.workingUntil ?? '')) return;
  const record = { ...claim.record, workingUntil: new Date(retryAt).toISOString() };
  await commit([{ kind: 'report', key: singleKeys.report, rev: claim.rev, record }]);
}

/** The report that is to be gone on with, or a new one when the cycle is over; undefined while there is nothing to do. */
function underWay(report: PersonalDataReport | undefined, now: number): PersonalDataReport | undefined {
  if (report?.part !== undefined) return report;
  if (report !== undefined && now - Date.parse(report.finishedAt ?? report.startedAt) < cycleMs) return undefined;
  return { startedAt: new Date(now).toISOString(), part: parts[0] };
}

function nextOf(report: PersonalDataReport, page: ReportPage): PersonalDataReport {
  const { startedAt, part } = report;
  if (part === undefined) return { startedAt };
  if (page.after !== undefined) return { startedAt, part, after: page.after };
  const next = parts[parts.indexOf(part) + 1];
  return next === undefined ? { startedAt, finishedAt: new Date().toISOString() } : { startedAt, part: next };
}

async function pageOf(part: (typeof parts)[number], after: string | undefined): Promise<ReportPage> {
  if (part === 'users') return usersPage(after);
  return part === 'contacts' ? contactsPage(after) : skipsPage(after);
}

async function usersPage(after: string | undefined): Promise<ReportPage> {
  const users = await findUsersAfter(after, accountsPerReport);
  const now = new Date().toISOString();
  const accounts = users.flatMap((user) => {
    if (user.kind === 'tombstone') return [];
    const updatedAt = user.kind === 'link' ? user.retrievedAt : now;
    return [{ accountId: user.accountId, updatedAt, contactIds: [user.contactId] }];
  });
  return { accounts, after: users.at(-1)?.accountId };
}

/** Skipped accounts without a link of any kind: the others were reported with their links. */
async function skipsPage(after: string | undefined): Promise<ReportPage> {
  const skips = await findSkipsAfter(after, accountsPerReport);
  const read = await readRecords(skips.map(({ accountId }) => ({ kind: 'user', key: accountId })));
  const alone = skips.filter(({ accountId }) => read.get('user', accountId).record === undefined);
  const updatedAt = new Date().toISOString();
  return {
    accounts: alone.map(({ accountId }) => ({ accountId, updatedAt, contactIds: [] })),
    after: skips.at(-1)?.accountId,
  };
}

/** Accounts of which nothing but the origins on contacts is stored. */
async function contactsPage(after: string | undefined): Promise<ReportPage> {
  const contacts = await findContactsAfter(after, accountsPerReport);
  const ids = contacts.flatMap(({ origins }) => origins.map(({ accountId }) => accountId));
  const read = await readRecords(
    ids.flatMap((key) => [
      { kind: 'user' as const, key },
      { kind: 'skip' as const, key },
    ]),
  );
  const accounts = new Map<string, ReportPage['accounts'][number]>();
  const leftBehind: { accountId: string; contactId: string }[] = [];
  let last: string | undefined;
  for (const { id: contactId, updatedAt, origins } of contacts) {
    if (last !== undefined && accounts.size + origins.length > accountsPerReport) break;
    for (const { accountId } of origins) {
      const user = read.get('user', accountId).record;
      if (user?.kind === 'tombstone') leftBehind.push({ accountId, contactId });
      if (user !== undefined || read.get('skip', accountId).record !== undefined) continue;
      const account = accounts.get(accountId) ?? { accountId, updatedAt, contactIds: [] };
      accounts.set(accountId, { ...account, contactIds: [...account.contactIds, contactId] });
    }
    last = contactId;
  }
  return { accounts: [...accounts.values()], after: last, leftBehind };
}

async function reportPage(page: ReportPage, context: SyncContext): Promise<void> {
  for (const { accountId, contactId } of page.leftBehind ?? []) await eraseAccount(accountId, [contactId], context);
  for (let start = 0; start < page.accounts.length; start += accountsPerReport) {
    const accounts = page.accounts.slice(start, start + accountsPerReport);
    const answers = await reportAccounts(accounts.map(({ accountId, updatedAt }) => ({ accountId, updatedAt })));
    for (const { accountId, status } of answers) {
      const account = accounts.find((reported) => reported.accountId === accountId);
      if (account !== undefined && status === 'closed') await eraseAccount(accountId, account.contactIds, context);
    }
    const changed = answers.filter(({ status }) => status === 'updated').map(({ accountId }) => accountId);
    await convergeQueued(changed);
  }
}
