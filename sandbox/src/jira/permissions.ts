import { GROUPS } from './directory/roster';
import type { User } from './directory/user';
import type { Identity } from './identity';
import type { Issue } from './issue';
import type { JiraOptions } from './options';
import { findProjectByKey, type Project } from './projects';

export interface Permission {
  id: string;
  key: string;
  name: string;
  type: 'GLOBAL' | 'PROJECT';
  description: string;
}

const permission = (
  id: string,
  key: string,
  name: string,
  type: Permission['type'],
  description: string,
): Permission => ({ id, key, name, type, description });

export const PERMISSIONS: readonly Permission[] = [
  permission('0', 'ADMINISTER', 'Administer Jira', 'GLOBAL', 'Change the settings of the whole site.'),
  permission('44', 'SYSTEM_ADMIN', 'Jira System Administrators', 'GLOBAL', 'Every administrative function.'),
  permission('27', 'USER_PICKER', 'Browse users and groups', 'GLOBAL', 'See and search accounts and groups.'),
  permission('33', 'BULK_CHANGE', 'Make bulk changes', 'GLOBAL', 'Change many issues at once.'),
  permission('22', 'CREATE_SHARED_OBJECTS', 'Share dashboards and filters', 'GLOBAL', 'Share what one made.'),
  permission('10', 'BROWSE_PROJECTS', 'Browse Projects', 'PROJECT', 'See a project and its issues.'),
  permission('11', 'CREATE_ISSUES', 'Create Issues', 'PROJECT', 'Create issues.'),
  permission('12', 'EDIT_ISSUES', 'Edit Issues', 'PROJECT', 'Edit issues.'),
  permission('30', 'MODIFY_REPORTER', 'Modify Reporter', 'PROJECT', 'Change who reported an issue.'),
  permission('15', 'ADD_COMMENTS', 'Add Comments', 'PROJECT', 'Comment on issues.'),
  permission('23', 'ADMINISTER_PROJECTS', 'Administer Projects', 'PROJECT', 'Change the settings of a project.'),
];

const byKey = new Map(PERMISSIONS.map((known) => [known.key, known]));

export const findPermission = (key: string): Permission | undefined => byKey.get(key);

const EVERY_LICENSED_USER = new Set(['USER_PICKER', 'BULK_CHANGE', 'CREATE_SHARED_OBJECTS']);
const EVERY_MEMBER = new Set(['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'ADD_COMMENTS']);
const ADMIN_ONLY = new Set(['ADMINISTER', 'SYSTEM_ADMIN']);

/** Active people with a seat in one of the site's products. */
export const isLicensed = (user: User): boolean =>
  user.accountType === 'atlassian' &&
  user.active &&
  !user.deleted &&
  user.groups.some((group) => group === GROUPS.jiraUsers || group === GROUPS.serviceUsers);

export const isAdmin = (user: User): boolean => isLicensed(user) && user.groups.includes(GROUPS.admins);

/** Who may do what on the site. */
export class Security {
  constructor(
    private readonly findUser: (accountId: string) => User | undefined,
    private readonly options: JiraOptions,
  ) {}

  /** The person behind the identity, while they may sign in. */
  signedIn(identity: Identity): User | undefined {
    if (identity.as !== 'user') return undefined;
    const user = this.findUser(identity.accountId);
    return user?.active && !user.deleted ? user : undefined;
  }

  isKnown(identity: Identity): boolean {
    return identity.as === 'app' || this.signedIn(identity) !== undefined;
  }

  /** Whether the caller has access to Jira itself: portal customers and nobody have not. */
  hasAccess(identity: Identity): boolean {
    if (identity.as === 'app') return true;
    const user = this.signedIn(identity);
    return user !== undefined && isLicensed(user);
  }

  hasGlobal(identity: Identity, key: string): boolean {
    if (identity.as !== 'app') {
      const user = this.signedIn(identity);
      return user !== undefined && this.userHasGlobal(user, key);
    }
    if (ADMIN_ONLY.has(key)) return this.options.appIsAdmin;
    return key === 'USER_PICKER' ? this.options.appBrowsesUsers : EVERY_LICENSED_USER.has(key);
  }

  hasProject(identity: Identity, key: string, project: Project): boolean {
    if (identity.as !== 'app') {
      const user = this.signedIn(identity);
      return user !== undefined && this.userHasProject(user, key, project);
    }
    if (project.restrictedTo !== undefined && !this.options.appSeesRestrictedProjects) return false;
    return EVERY_MEMBER.has(key) || this.options.appIsAdmin;
  }

  /** Portal customers have no access to Jira itself, so they see no issue here, not even their own. */
  canSeeIssue(identity: Identity, issue: Issue): boolean {
    const project = findProjectByKey(issue.projectKey);
    return project !== undefined && this.hasProject(identity, 'BROWSE_PROJECTS', project);
  }

  userHasGlobal(user: User, key: string): boolean {
    if (ADMIN_ONLY.has(key)) return isAdmin(user);
    return isLicensed(user) && EVERY_LICENSED_USER.has(key);
  }

  userHasProject(user: User, key: string, project: Project): boolean {
    if (!isLicensed(user)) return false;
    const member = project.restrictedTo === undefined || user.groups.includes(project.restrictedTo);
    if (!member) return false;
    return EVERY_MEMBER.has(key) || isAdmin(user) || (key === 'MODIFY_REPORTER' && project.type === 'service_desk');
  }
}
