import type { Chance } from '../chance/chance';
import type { Clock } from '../clock/clock';
import type { Outcome } from './answers';
import type { Groups } from './groups';
import type { Identity } from './identity';
import type { Issues } from './issues';
import type { Misbehaviour } from './misbehave';
import type { JiraOptions } from './options';
import type { Organizations } from './organizations';
import type { Security } from './permissions';
import type { RateLimits } from './rate-limits';
import type { SearchableIssues } from './searchable-issues';
import type { Tasks } from './tasks';
import type { Users } from './users';

/** What the endpoints work on. */
export interface Site {
  clock: Clock;
  chance: Chance;
  options: JiraOptions;
  users: Users;
  groups: Groups;
  issues: Issues;
  searchable: SearchableIssues;
  tasks: Tasks;
  organizations: Organizations;
  security: Security;
  limits: RateLimits;
  misbehave: Misbehaviour;
  /** The account that the app itself acts as. */
  appAccountId: string;
}

/** One request, taken apart. */
export interface Visit {
  identity: Identity;
  /** By the names in the endpoint's path template. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** Lower-case header names. */
  headers: Readonly<Record<string, string>>;
  bodyText: string | undefined;
}

/** Sets of scopes, each enough by itself. No sets: no scope is needed. */
export type ScopeSets = readonly (readonly string[])[];

export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Where `path` begins; /rest/api/3 when absent. */
  base?: '/rest/servicedeskapi';
  /** Below `base`, with `{name}` for a variable segment. */
  path: string;
  scopes: ScopeSets;
  handle(site: Site, visit: Visit): Outcome;
}
