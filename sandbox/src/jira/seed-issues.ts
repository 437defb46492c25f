import type { Chance } from '../chance/chance';
import { ROSTER } from './directory/roster';
import type { User } from './directory/user';
import { type Issue, STATUSES } from './issue';
import { isLicensed } from './permissions';

const DAY_MS = 86_400_000;
const FIRST_ID = 10_001;

const BUSINESS_SUMMARIES = [
  'Prepare the quarterly supplier review',
  'Move the Lisbon office to the new lease',
  'Collect quotes for the trade fair stand',
  'Update the onboarding checklist',
  'Agree on the holiday rota',
  'Replace the badge readers on floor two',
];
const SERVICE_SUMMARIES = [
  'The invoice PDF shows the wrong address',
  'Cannot sign in after the password change',
  'Please add a colleague to our account',
  'Export stops at 10,000 rows',
  'Question about our renewal date',
  'The delivery from Monday is missing two boxes',
  'Notifications arrive twice',
  'Request for the security questionnaire',
];
const BOARD_SUMMARIES = ['Minutes of the last meeting', 'Budget for next year', 'Candidates for the audit'];

/**
 * The issues of a new site: one in five for business, two in the restricted project, the others for the help desk, reported
 * by people and portal customers in turn, some by nobody. The roster's customer reported the first two.
 */
export function seedIssues(users: readonly User[], count: number, chance: Chance, now: number): Issue[] {
  const staff = users.filter(isLicensed).slice(0, 200);
  const customers = users.filter((user) => user.accountType === 'customer' && !user.deleted).slice(0, 400);
  const counters = new Map<string, number>();
  return Array.from({ length: count }, (_, at) => {
    const projectKey = at === 4 || at === 9 ? 'BOARD' : at % 5 === 2 ? 'OPS' : 'HELP';
    const number = (counters.get(projectKey) ?? 0) + 1;
    counters.set(projectKey, number);
    const createdAt = now - (count - at) * DAY_MS + chance.integer(0, DAY_MS - 1);
    const reporter = reporterOf(at, projectKey, staff, customers, chance);
    return {
      id: String(FIRST_ID + at),
      key: `${projectKey}-${number}`,
      projectKey,
      summary: chance.pick(summariesOf(projectKey)),
      type: projectKey === 'HELP' ? 'Service Request' : 'Task',
      status: chance.pick(STATUSES),
      ...(reporter === undefined ? {} : { reporter, creator: reporter }),
      ...(projectKey === 'HELP' ? { assignee: ROSTER.agent } : {}),
      createdAt,
      updatedAt: createdAt,
    };
  });
}

function summariesOf(projectKey: string): readonly string[] {
  if (projectKey === 'BOARD') return BOARD_SUMMARIES;
  return projectKey === 'OPS' ? BUSINESS_SUMMARIES : SERVICE_SUMMARIES;
}

function reporterOf(
  at: number,
  projectKey: string,
  staff: readonly User[],
  customers: readonly User[],
  chance: Chance,
): string | undefined {
  if (at < 2) return ROSTER.customer;
  if (projectKey === 'BOARD') return ROSTER.admin;
  if (at % 17 === 16) return undefined;
  const fromCustomer = projectKey === 'HELP' && chance.happens(0.7) && customers.length > 0;
  return chance.pick(fromCustomer ? customers : staff).accountId;
}
