import { isAccountId } from '../../domain/account';
import type { Known } from '../../domain/known';
import { JiraThrottled, JiraUnavailable } from '../../jira/jira-errors';
import { readMembers } from '../../jira/organizations';
import { PointsMeter } from '../../jira/points';
import { findDueOrganizations, type TiedOrganization } from '../../store/organization';
import { PointsBudget, pointsPerSite } from '../../store/points-budget';
import { readRecord } from '../../store/read-records';
import { readState } from '../../store/read-state';
import { commit } from '../../store/transaction';
import { giveCompanyToMembers } from './give-company-to-members';

const day = 24 * 3_600_000;

/** Jira gives so many members at a time by default. (Jira Service Management REST.) */
const membersPerPage = 50;
const pointsPerPage = 1 + 2 * membersPerPage;

/** Members may take this share of the site's points; a twelfth of it in each five minutes. */
const share = 0.1;
const ticksPerHour = 12;

const mostPerTick = 20;

/** No further page is taken when less than this is left of the invocation (milliseconds). */
const reserve = 60_000;

/** What a tick may still spend. */
interface Allowance {
  meter: PointsMeter;
  points: number;
  timeLeft: () => number;
}

/**
 * Every five minutes: looks through the members of tied organizations, each of them once a day, and gives the company to those
 * who have none. Rests while user sync is off, since accounts then lead to no contacts.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function lookThroughOrganizations(timeLeft: () => number): Promise<void> {
  const due = await findDueOrganizations(new Date().toISOString(), mostPerTick);
  if (due.length === 0 || !(await readState()).current.enabled) return;
  const meter = new PointsMeter();
  const budget = await PointsBudget.load();
  budget.brief(meter);
  const points = Math.min(budget.available(meter, Date.now()), (pointsPerSite() * share) / ticksPerHour);
  const allowance: Allowance = { meter, points, timeLeft };
  try {
    for (const { id } of due) if (mayGoOn(allowance)) await tryLookThrough(id, allowance);
  } catch (error) {
    if (!(error instanceof JiraThrottled)) throw error;
  } finally {
    await PointsBudget.record(meter);
  }
}

/** The first page of a tick is always affordable, or a small allowance would never be enough. */
function mayGoOn({ meter, points, timeLeft }: Allowance): boolean {
  if (timeLeft() < reserve) return false;
  return meter.spent === 0 ? points > 0 : meter.spent + pointsPerPage <= points;
}

/** An organization whose members Jira fails to give goes behind those that are due, so that it holds up no other. */
async function tryLookThrough(id: string, allowance: Allowance): Promise<void> {
  try {
    await lookThrough(id, allowance);
  } catch (error) {
    if (!(error instanceof JiraUnavailable)) throw error;
    const { record, rev } = await readRecord('organization', id);
    if (record === undefined) return;
    const behind = { ...record, lookAt: new Date().toISOString() };
    await commit([{ kind: 'organization', key: id, rev, record: behind }]);
  }
}

/** Goes on where the last look at this organization stopped. What the query found is read strictly. */
async function lookThrough(id: string, allowance: Allowance): Promise<void> {
  let known: Known<TiedOrganization> = await readRecord('organization', id);
  while (known.record !== undefined && known.record.lookAt <= new Date().toISOString() && mayGoOn(allowance)) {
    const next = await onePage({ record: known.record, rev: known.rev }, allowance.meter);
    if (next === 'lost') return;
    known = next;
  }
}

async function onePage(
  known: { record: TiedOrganization; rev: number },
  meter: PointsMeter,
): Promise<Known<TiedOrganization> | 'lost'> {
  const { id, companyId, start } = known.record;
  const company = await readRecord('company', companyId);
  if (company.record === undefined) {
    await commit([{ kind: 'organization', key: id, rev: known.rev, record: undefined }]);
    return 'lost';
  }
  const members = await readMembers(id, { start, limit: membersPerPage, as: 'app' }, meter);
  const accountIds = (members?.items ?? []).map(({ accountId }) => accountId).filter(isAccountId);
  const ties = [
    { kind: 'organization' as const, key: id, rev: known.rev },
    { kind: 'company' as const, key: companyId, rev: company.rev },
  ];
  await giveCompanyToMembers(accountIds, known.record, ties);
  const record: TiedOrganization =
    members?.next === undefined
      ? { id, companyId, lookAt: new Date(Date.now() + day).toISOString(), start: 0 }
      : { ...known.record, start: members.next };
  const saved = await commit([{ kind: 'organization', key: id, rev: known.rev, record }]);
  return saved === 'committed' ? { record, rev: known.rev + 1 } : 'lost';
}
