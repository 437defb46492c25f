import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';
import type { Failure, MyRights, Page, Result, Right, Settings, SyncStatus } from '../src/contract';
import { adminAnswers } from './admin-answers';
import { type CompanyScene, companyAnswers } from './company-answers';
import { type IssueScene, issueAnswers } from './issue-answers';
import { type IssuesScene, issuesAnswers } from './issues-answers';
import { companies, contacts, skipped } from './people';
import { templates } from './templates';

/** What a scene asks of the fake: set by the script that takes the pictures. */
export interface Scene {
  moduleKey: string;
  theme: 'light' | 'dark';
  path?: string;
  fails?: Failure['code'];
  /** The only function that fails; all, unless said. */
  failing?: string;
  hangs?: boolean;
  empty?: boolean;
  status?: 'off' | 'running' | 'known' | 'paused' | 'done' | 'failed' | 'refused';
  issue?: IssueScene['issue'];
  conflict?: boolean;
  changes?: CompanyScene['changes'];
  /** A new company needs more than a name. */
  strict?: boolean;
  issueChanges?: IssuesScene['issueChanges'];
  /** What the person may do; all, unless said. */
  rights?: Right[];
}

declare global {
  var scene: Scene;
  var __bridge: { callBridge: (name: string, data?: unknown) => Promise<unknown> };
}

const settings: Settings = {
  accountTypes: { atlassian: true, customer: true },
  includeInactive: false,
  hiddenEmails: 'use',
  usersWithoutEmail: 'skip',
  excludedDomains: ['contractors.example', 'tests.example'],
  editPolicy: 'locked',
  companyFromDomain: false,
};

function status(): SyncStatus {
  const now = Date.now();
  const counts = { created: 1204, linked: 31, updated: 2, unchanged: 0, unlinked: 0, skipped: 63, failed: 0 };
  const run = {
    id: 'run-1',
    kind: 'initial' as const,
    startedAt: new Date(now - 42_000).toISOString(),
    seen: 1300,
    ...counts,
  };
  switch (scene.status ?? 'done') {
    case 'off':
      return { enabled: false, phase: 'off' };
    case 'running':
    case 'known':
      return { enabled: true, phase: 'enabling', syncedContacts: 1235, run: { ...run, state: 'running' } };
    case 'paused':
      return {
        enabled: true,
        phase: 'enabling',
        syncedContacts: 1235,
        run: { ...run, state: 'running', pausedUntil: new Date(now + 1_320_000).toISOString() },
      };
    case 'failed':
      return {
        enabled: true,
        phase: 'enabling',
        run: {
          ...run,
          state: 'failed',
          failed: 4,
          finishedAt: new Date(now - 1000).toISOString(),
          because: 'jira-forbids',
        },
      };
    case 'refused':
    case 'done':
      return {
        enabled: true,
        phase: 'on',
        syncedContacts: 2411,
        lastCompletedAt: new Date(now - 840_000).toISOString(),
        ...(scene.status === 'refused' ? { hiddenEmailsRefused: true } : {}),
        run: {
          ...run,
          ...counts,
          state: 'done',
          seen: 2500,
          created: 2402,
          finishedAt: new Date(now - 840_000).toISOString(),
        },
      };
  }
}

function rights(): MyRights {
  const may = (right: Right) => scene.rights === undefined || scene.rights.includes(right);
  return {
    see: may('see'),
    edit: may('edit'),
    delete: may('delete'),
    import: may('import'),
    export: may('export'),
    configure: may('configure'),
  };
}

type Answers = Record<string, (payload: Record<string, unknown>) => Result<unknown>>;
const ok = (value: unknown): Result<unknown> => ({ ok: true, value });
const fail = (code: Failure['code'], message: string): Result<unknown> => ({ ok: false, error: { code, message } });
const page = <T>(items: T[]): Page<T> => (scene.empty === true ? { items: [] } : { items, cursor: 'next' });

const answers: Answers = {
  getSyncStatus: () => ok(status()),
  setSyncEnabled: ({ enabled }) => {
    scene.status = enabled === true ? 'running' : 'off';
    return ok(status());
  },
  syncNow: () => ok(status()),
  listSkippedUsers: () => ok(page(skipped)),
  getSettings: () => ok(settings),
  updateSettings: ({ settings: changes }) => ok(Object.assign(settings, changes)),
  listContacts: ({ search, kind, companyId }) => {
    const matching = contacts
      .filter(
        (one) => typeof search !== 'string' || `${one.name} ${one.email}`.toLowerCase().includes(search.toLowerCase()),
      )
      .filter((one) => kind === undefined || kind === 'all' || one.synced === (kind === 'synced'))
      .filter((one) => companyId === undefined || one.companyId === companyId);
    return ok(search === undefined ? page(matching) : { items: matching });
  },
  getContact: ({ id }) => {
    const found = contacts.find((one) => one.id === id);
    if (found === undefined) return fail('not-found', 'No such contact.');
    return ok(found);
  },
  createContact: () => fail('conflict', 'Another contact has this email.'),
  updateContact: ({ id, changes }) => {
    const found = contacts.find((one) => one.id === id);
    if (found === undefined) return fail('not-found', 'No such contact.');
    if (scene.conflict === true) {
      scene.conflict = false;
      Object.assign(found, { version: found.version + 1, email: 'chidi@ethics.example' });
      return fail('conflict', 'A newer version exists.');
    }
    const { fields, ...rest } = (changes ?? {}) as { fields?: Record<string, never> };
    return ok(Object.assign(found, rest, { version: found.version + 1, fields: { ...found.fields, ...fields } }));
  },
  deleteContact: () => fail('unavailable', 'Lost.'),
  refreshContacts: () => ok({ items: contacts.slice(0, 1) }),
  listCompanies: ({ search }) =>
    ok(
      page(
        companies.filter((one) => typeof search !== 'string' || one.name.toLowerCase().includes(search.toLowerCase())),
      ),
    ),
  getCompany: ({ id }) => ok(companies.find((one) => one.id === id)),
  getMyRights: () => ok(rights()),
  getTemplate: ({ of }) => {
    const [first] = templates.company.sections;
    if (scene.strict === true && first?.kind === 'fields') for (const one of first.fields) one.required = true;
    return ok(templates[of === 'company' ? 'company' : 'contact']);
  },
  createCompany: ({ company }) => {
    const { fields } = company as { fields?: object };
    if (scene.strict === true && fields === undefined) return fail('invalid', 'A field has to be filled in.');
    return ok({ ...companies[0], ...(company as object), id: 'co-9' });
  },
  setCompanyOfContacts: ({ contacts: chosen }) => ok({ changed: (chosen as []).length, failed: [] }),
  deleteContacts: ({ contacts: chosen }) => {
    const ids = (chosen as { id: string }[]).map(({ id }) => id);
    const locked = ids.filter((id) => contacts.some((one) => one.id === id && one.synced));
    const conflict = ids.filter((id) => id === 'c-5');
    const failed = [
      ...locked.map((id) => ({ id, code: 'locked', message: '' })),
      ...conflict.map((id) => ({ id, code: 'conflict', message: '' })),
    ];
    return ok({ changed: ids.length - failed.length, failed });
  },
};

async function invoke(key: string, payload: Record<string, unknown>): Promise<unknown> {
  await new Promise((resolve) => setTimeout(resolve, 30));
  if (scene.hangs === true) return new Promise(() => undefined);
  if (scene.fails !== undefined && (scene.failing ?? key) === key)
    return fail(scene.fails, `Made to fail: ${scene.fails}`);
  const answer =
    answers[key]?.(payload) ??
    companyAnswers[key]?.(payload, scene) ??
    issuesAnswers[key]?.(payload, scene) ??
    adminAnswers[key]?.(payload, scene) ??
    issueAnswers[key]?.(payload, scene);
  return structuredClone(answer) ?? fail('invalid', `No function ${key}`);
}

function createHistory() {
  const listeners: ((location: { pathname: string }, action: string) => void)[] = [];
  const history = {
    location: { pathname: scene.path ?? '/' },
    listen: (listener: (typeof listeners)[number]) => listeners.push(listener),
    push: (pathname: string) => {
      for (const listener of listeners) listener({ pathname }, 'PUSH');
    },
  };
  return history;
}

globalThis.__bridge = {
  callBridge: async (name, data) => {
    const { functionKey, payload } = (data ?? {}) as { functionKey?: string; payload?: Record<string, unknown> };
    switch (name) {
      case 'invoke':
        return invoke(functionKey ?? '', payload ?? {});
      case 'getContext':
        return { moduleKey: scene.moduleKey, locale: 'en-US', timezone: 'Europe/Berlin', extension: {} };
      case 'enableTheming':
        await setGlobalTheme({ colorMode: scene.theme, typography: 'typography', spacing: 'spacing', shape: 'shape' });
        return;
      case 'createHistory':
        return createHistory();
      case 'navigate':
        return;
      case 'on':
        return { unsubscribe: () => undefined };
      default:
        throw new Error(`The fake bridge has no ${name}`);
    }
  },
};
