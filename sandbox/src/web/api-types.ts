/** What the site's pages and its server say to each other. All times are ISO 8601 strings in UTC. */

export type Role = 'admin' | 'agent' | 'account manager' | 'customer';

export interface Person {
  accountId: string;
  name: string;
  role: Role;
}

/** The languages that one can choose on the site. */
export const LANGUAGES = [
  { locale: 'en-US', name: 'English' },
  { locale: 'de-DE', name: 'Deutsch' },
] as const;

export type Locale = (typeof LANGUAGES)[number]['locale'];

/** A module of the app that has a place on the site. */
export interface AppModule {
  key: string;
  type: 'jira:adminPage' | 'jira:globalPage' | 'jira:issueContext';
  /** In the person's language. */
  title: string;
  /** The second door of an admin page: the "Configure" button of the list of apps. */
  useAsConfig: boolean;
  useAsGetStarted: boolean;
  /** Whether an issue panel has something to show while it is collapsed. */
  hasStatus: boolean;
  /** The key of the resource that it shows. */
  resource: string;
  /** The address of the page inside the frame, on the other origin. */
  frameUrl: string;
}

export interface SiteInfo {
  siteUrl: string;
  cloudId: string;
  app: { id: string; name: string; environmentId: string; modules: AppModule[] };
  /** The origin that serves the app's frames. */
  appOrigin: string;
  /** The sandbox attribute of the frames. */
  frameSandbox: string;
  people: Person[];
  me: Person;
  /** The language of the person's Jira profile. */
  locale: Locale;
}

export interface SiteUser {
  accountId: string;
  accountType: 'atlassian' | 'app' | 'customer';
  name: string;
  email?: string;
  emailHidden: boolean;
  active: boolean;
  deleted: boolean;
}

export interface UserPage {
  users: SiteUser[];
  total: number;
  startAt: number;
}

export interface NewUser {
  accountType: 'atlassian' | 'customer';
  name: string;
  email?: string;
  emailHidden: boolean;
}

export type UserChange =
  | { change: 'rename'; name: string }
  | { change: 'email'; email: string | null }
  | { change: 'email-visibility'; hidden: boolean }
  | { change: 'active'; active: boolean }
  | { change: 'delete' };

export interface SiteIssue {
  id: string;
  key: string;
  summary: string;
  description?: string;
  type: string;
  status: string;
  project: { id: string; key: string; name: string; type: string };
  reporter?: IssuePerson;
  /** Service requests: who follows it beside the reporter. */
  participants: IssuePerson[];
  /** Names of the organizations that share it. */
  organizations: string[];
  created: string;
}

export interface IssuePerson {
  accountId: string;
  name: string;
}

export const ISSUE_STATUSES = ['Open', 'In Progress', 'Waiting for customer', 'Done'] as const;

export type IssueChange =
  | { change: 'reporter'; accountId: string | null }
  | { change: 'status'; status: (typeof ISSUE_STATUSES)[number] }
  | { change: 'participants'; accountIds: readonly string[] };

/** What an app's panel on an issue shows while it is collapsed. */
export interface PanelAnswer {
  status?: { type: 'badge' | 'lozenge'; value: { label: string; type?: string | undefined } };
}

export interface IssuePage {
  issues: SiteIssue[];
  total: number;
  startAt: number;
}

export interface NewIssue {
  summary: string;
  reporterId: string;
}

/** One line of the live view. */
export interface ActivityLine {
  number: number;
  at: string;
  kind: 'event' | 'queue' | 'schedule' | 'call' | 'jira' | 'storage' | 'log' | 'fault' | 'policy' | 'other';
  text: string;
  trouble: boolean;
}

/** Numbers of the live view, sent about twice a second while something changes. */
export interface LiveNumbers {
  queue: { waiting: number; delayed: number; running: number };
  storage: { reads: number; writes: number; readsPerMinute: number; writesPerMinute: number };
  points: { used: number; limit: number; resetsAt: string };
  invocations: number;
}

/** As apps hear of it (Forge: `jira:issueContext`, JIRA_ISSUE_CHANGED). */
export interface IssueChanged {
  issueId: string;
  projectId: string;
  changes: { changeType: 'updated'; atlassianId: string }[];
}

export type LiveMessage =
  | { type: 'activity'; lines: ActivityLine[] }
  | { type: 'numbers'; numbers: LiveNumbers }
  | { type: 'issue'; issue: IssueChanged };

/** What can be told to go wrong. Probabilities are from 0 to 1. */
export interface FaultSettings {
  loseEvents: number;
  repeatEvents: number;
  storageFailures: number;
  storageFailuresAfterCommit: number;
  staleQueries: boolean;
  emails: 'none' | 'not-approved' | 'missing-scope' | 'failing';
}

export type FaultAction = 'throttle-jira' | 'crash-next-call' | 'run-schedules';

export interface InvokeRequest {
  moduleKey: string;
  functionKey: string;
  payload?: unknown;
  extension: Record<string, unknown>;
}

export interface ProductFetchRequest {
  restPath: string;
  method: string;
  headers: [string, string][];
  body: string | null;
}

export interface ProductFetchAnswer {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  body: string;
}

/** What the app did that production would refuse, and its logged and thrown errors, since the sandbox began; oldest first. */
export interface Problems {
  problems: readonly string[];
}

/** Every answer of the API that is not 2xx. */
export interface ApiProblem {
  message: string;
}
