import type { Chance } from '../chance/chance';
import type { Clock } from '../clock/clock';
import type { Journal } from '../journal/journal';
import { ROSTER } from './directory/roster';
import type { Directory } from './directory/user';
import type { Site } from './endpoint';
import { refusalOf } from './endpoints/property-writes';
import { Groups } from './groups';
import type { IndexedValue } from './indexed-property';
import { Issues } from './issues';
import type { Misbehaviour } from './misbehave';
import { DEFAULT_OPTIONS, type JiraOptions } from './options';
import { Organizations } from './organizations';
import { Security } from './permissions';
import { RateLimits } from './rate-limits';
import { SearchableIssues } from './searchable-issues';
import { seedIssues } from './seed-issues';
import { seedOrganizations } from './seed-organizations';
import { type PropertyChange, Tasks } from './tasks';
import { Users } from './users';

export interface JiraSiteDeps {
  clock: Clock;
  chance: Chance;
  journal: Journal;
  /** Used when the journal holds no accounts; a function is called only then. */
  directory: Directory | (() => Directory);
  /** Called for each product event, at once, in order. */
  events: (name: string, payload: object) => void;
  options?: Partial<JiraOptions>;
  /** The values of issue properties that the app has asked Jira to index. */
  indexed?: readonly IndexedValue[];
}

/** The site as the journal holds it, or a new one. */
export function openSite(deps: JiraSiteDeps, misbehave: Misbehaviour): Site {
  const { clock, journal } = deps;
  const options: JiraOptions = { ...DEFAULT_OPTIONS, ...deps.options };
  const chance = deps.chance.fork('jira');
  const users = new Users(journal, chance.fork('slots'), options.usersOrder, options.usersPerEmptySlot);
  const issues = new Issues(journal, deps.indexed);
  const groups = new Groups(journal, users);
  groups.restore();
  const organizations = new Organizations(journal);
  if (users.restore()) {
    issues.restore();
    organizations.restore();
  } else {
    users.fill((typeof deps.directory === 'function' ? deps.directory() : deps.directory).users);
    const seeded = seedIssues(users.list(), options.issues, chance.fork('issues'), clock.now());
    for (const issue of seeded) issues.add(issue);
    for (const organization of seedOrganizations(users.list())) organizations.put(organization);
  }
  const tasks = new Tasks(
    clock,
    journal,
    (change, identity) => refusalOf(site, change.issueId, identity),
    (change) => applyChange(issues, change),
  );
  const site: Site = {
    clock,
    chance,
    options,
    users,
    groups,
    issues,
    searchable: new SearchableIssues(clock, issues, () => options.searchLagMs + misbehave.searchLag()),
    tasks,
    organizations,
    security: new Security((accountId) => users.find(accountId), options),
    limits: new RateLimits(clock, options),
    misbehave,
    appAccountId: ROSTER.app,
  };
  tasks.restore();
  return site;
}

function applyChange(issues: Issues, { issueId, set = {}, remove = [] }: PropertyChange): void {
  for (const [key, value] of Object.entries(set)) issues.setProperty(issueId, key, value);
  for (const key of remove) if (issues.hasProperty(issueId, key)) issues.removeProperty(issueId, key);
}
