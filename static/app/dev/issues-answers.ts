import type {
  ChangesState,
  IssueChanges,
  IssueList,
  IssueSettings,
  IssueSummary,
  Organization,
  Project,
  Result,
} from '../src/contract';
import { companies } from './people';

export interface IssuesScene {
  conflict?: boolean;
  empty?: boolean;
  /** How far issue changes are, or `paused` while they are made; there are none without it. */
  issueChanges?: ChangesState | 'paused' | undefined;
}

const ok = (value: unknown): Result<unknown> => ({ ok: true, value });

function issue(key: string, summary: string, status: string, category: IssueSummary['statusCategory'], days: number) {
  const updatedAt = new Date(Date.now() - days * 86_400_000).toISOString();
  return { key, summary, status, statusCategory: category, updatedAt };
}

const openIssues: IssueSummary[] = [
  issue('HELP-1042', 'Printer on the third floor prints everything twice', 'In progress', 'indeterminate', 0.1),
  issue('HELP-1040', 'لا يمكنني تسجيل الدخول إلى البوابة منذ صباح اليوم', 'Waiting for support', 'new', 1),
  issue(
    'WAREHOUSEOPS-20417',
    'Shipment notifications for Northern Europe are sent to the address that the customer had before the merger of the two logistics companies, although it was corrected in spring',
    'Waiting for the approval of the regional manager',
    'indeterminate',
    4,
  ),
  issue('HELP-990', 'New glasses for Dolores', 'To do', 'new', 30),
];

const doneIssues: IssueSummary[] = [
  issue('HELP-871', 'Invoice 2026-118 lacks the order number', 'Done', 'done', 45),
  issue('HELP-860', 'Password', 'Cancelled', 'done', 60),
];

function listed({ open, cursor }: Record<string, unknown>, { empty }: IssuesScene, condition: string): IssueList {
  const jql = `${condition} ORDER BY updated DESC`;
  if (empty === true) return { items: [], jql };
  if (open === true) return { items: openIssues, jql };
  return cursor === undefined ? { items: openIssues, cursor: 'next', jql } : { items: doneIssues, jql };
}

function changesIn({ issueChanges: state }: IssuesScene): IssueChanges | undefined {
  if (state === undefined || state === 'discarded') return undefined;
  const counts = { seen: 1840, count: 1204, applied: 0, undone: 0, leftAlone: 0 };
  if (state === 'applying' || state === 'paused' || state === 'failed') counts.applied = 410;
  if (state === 'applied' || state === 'undoing' || state === 'undone')
    Object.assign(counts, { applied: 1201, leftAlone: 3 });
  if (state === 'undoing') counts.undone = 800;
  if (state === 'undone') counts.undone = 1201;
  const name = (index: number) => companies[index]?.name ?? '';
  const changes: IssueChanges = {
    id: 'changes.1',
    state: state === 'paused' ? 'applying' : state,
    ...counts,
    examples: [
      { issueKey: 'HELP-1042', to: name(0) },
      { issueKey: 'HELP-1040', from: name(0), to: name(1) },
      { issueKey: 'WAREHOUSEOPS-20417', from: name(2) },
      { issueKey: 'HELP-990', from: name(1), to: name(2) },
    ],
    startedAt: new Date(Date.now() - 60_000).toISOString(),
  };
  if (state === 'paused') changes.pausedUntil = new Date(Date.now() + 300_000).toISOString();
  return changes;
}

const all = { account: true, email: true, 'contact-company': true, domain: true };
const none = { account: false, email: false, 'contact-company': false, domain: false };

const projects: Project[] = [
  { id: '10001', key: 'HELP', name: 'Help desk' },
  { id: '10002', key: 'WAREHOUSEOPS', name: 'Warehouse operations of Northern and Eastern Europe, all sites' },
  { id: '10003', key: 'ALN', name: 'دعم العملاء' },
  { id: '10004', key: 'HR', name: 'Human resources' },
];

const settings: IssueSettings = {
  version: 2,
  steps: all,
  projects: projects.slice(1, 3).map((project, index) => ({
    ...project,
    steps: index === 0 ? none : { ...none, 'contact-company': true },
  })),
};

const organizations: Organization[] = [
  { id: '1', name: 'Nordlicht', companyId: 'co-1', companyName: companies[0]?.name ?? '' },
  {
    id: '2',
    name: 'شركة النور للتجارة',
    suggestion: { companyId: 'co-2', companyName: companies[1]?.name ?? '', because: 'name' },
  },
  {
    id: '3',
    name: 'Intercontinental Manufacturing (Northern Europe, formerly Baltic Freight and Cold Storage)',
    suggestion: { companyId: 'co-3', companyName: companies[2]?.name ?? '', because: 'domain' },
  },
  { id: '4', name: 'Friends of the help desk' },
];

type Answer = (payload: Record<string, unknown>, scene: IssuesScene) => Result<unknown>;

/** The answers about issues, what would change about them, and organizations. `conflict`: somebody else saves first. */
export const issuesAnswers: Record<string, Answer> = {
  listIssuesOfContact: (payload, scene) => ok(listed(payload, scene, `kithContact = "${payload.id}"`)),
  listIssuesOfCompany: (payload, scene) => ok(listed(payload, scene, `kithCompanyId = "${payload.id}"`)),
  getIssueChanges: (_, scene) => {
    const changes = changesIn(scene);
    return ok(changes === undefined ? {} : { changes });
  },
  previewIssueChanges: (_, scene) => {
    scene.issueChanges = 'previewing';
    return ok(changesIn(scene));
  },
  applyIssueChanges: () => ({ ok: false, error: { code: 'conflict', message: 'Not ready.' } }),
  getIssueSettings: () => ok(settings),
  updateIssueSettings: ({ version, steps, projects: own }, scene) => {
    if (scene.conflict === true) {
      scene.conflict = false;
      Object.assign(settings, { version: settings.version + 1, steps: { ...all, email: false } });
    }
    if (version !== settings.version) return { ok: false, error: { code: 'conflict', message: 'Changed meanwhile.' } };
    return ok(Object.assign(settings, { version: settings.version + 1, steps, projects: own }));
  },
  findProjects: ({ search }) => {
    const text = typeof search === 'string' ? search.toLowerCase() : '';
    return ok({ items: projects.filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(text)) });
  },
  listOrganizations: (_, { empty }) => ok({ items: empty === true ? [] : organizations }),
  tieOrganization: ({ id, companyId }) => {
    const name = organizations.find((one) => one.id === id)?.name ?? '';
    if (id === '4') return { ok: false, error: { code: 'not-found', message: 'No such organization.' } };
    const company = companies.find((one) => one.id === companyId);
    return ok(company === undefined ? { id, name } : { id, name, companyId, companyName: company.name });
  },
};
