import { jiraError, noSuchIssue, type Outcome } from '../answers';
import type { User } from '../directory/user';
import type { Endpoint, Site, Visit } from '../endpoint';
import { PERMISSION_CHECK_MAX } from '../limits';
import { findPermission, type Permission } from '../permissions';
import { findProject, findProjectByKey, PROJECTS, type Project } from '../projects';
import { isRecord, jsonBody } from '../query';
import { CHECK_PERMISSIONS, READ_MY_PERMISSIONS } from '../scopes';

function getMyPermissions(site: Site, visit: Visit): Outcome {
  const asked = (visit.query.get('permissions') ?? '').split(',').filter((key) => key !== '');
  if (asked.length === 0) return jiraError(400, "The 'permissions' query parameter is required.");
  const unknown = asked.filter((key) => findPermission(key) === undefined);
  if (unknown.length > 0) return jiraError(400, `Unrecognized permissions: ${unknown.join(', ')}`);
  const context = projectsAskedAbout(site, visit);
  if (context === undefined) return noSuchIssue();
  const permissions = asked.flatMap((key) => findPermission(key) ?? []);
  const body = Object.fromEntries(
    permissions.map((known) => [known.key, { ...known, havePermission: has(site, visit, known, context) }]),
  );
  return { status: 200, body: { permissions: body }, identities: permissions.length };
}

function has(site: Site, visit: Visit, known: Permission, context: readonly Project[]): boolean {
  if (known.type === 'GLOBAL') return site.security.hasGlobal(visit.identity, known.key);
  return context.some((project) => site.security.hasProject(visit.identity, known.key, project));
}

/** The projects of the request's context, all of them when it names none; undefined: it names one that is not to be seen. */
function projectsAskedAbout(site: Site, visit: Visit): readonly Project[] | undefined {
  const projectName = visit.query.get('projectKey') ?? visit.query.get('projectId');
  const issueName = visit.query.get('issueKey') ?? visit.query.get('issueId');
  if (projectName === null && issueName === null) return PROJECTS;
  const issue = issueName === null ? undefined : site.issues.find(issueName);
  const project = projectName === null ? findProjectByKey(issue?.projectKey ?? '') : findProject(projectName);
  if (project === undefined || !site.security.hasProject(visit.identity, 'BROWSE_PROJECTS', project)) return undefined;
  return [project];
}

interface ProjectQuestion {
  permissions: string[];
  projects: number[];
  issues: number[];
}

const isList = <T>(value: unknown, test: (item: unknown) => item is T): value is T[] =>
  Array.isArray(value) && value.every(test);
const isText = (value: unknown): value is string => typeof value === 'string';
const isId = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);

function projectQuestion(value: unknown): ProjectQuestion | undefined {
  if (!isRecord(value)) return undefined;
  const { permissions, projects = [], issues = [] } = value;
  if (!isList(permissions, isText) || !isList(projects, isId) || !isList(issues, isId)) return undefined;
  return { permissions, projects, issues };
}

function checkPermissions(site: Site, visit: Visit): Outcome {
  const body = jsonBody(visit.bodyText);
  if (!isRecord(body)) return jiraError(400, 'The request body is not an object.');
  const { accountId, globalPermissions = [], projectPermissions = [] } = body;
  if ((accountId !== undefined && !isText(accountId)) || !isList(globalPermissions, isText)) {
    return jiraError(400, 'The request body has a member of the wrong type.');
  }
  if (!Array.isArray(projectPermissions)) return jiraError(400, 'projectPermissions is not an array.');
  const questions = projectPermissions.map(projectQuestion);
  const asked: ProjectQuestion[] = questions.filter((question) => question !== undefined);
  if (asked.length < questions.length) return jiraError(400, 'projectPermissions has a malformed entry.');
  const refused = badQuestion(globalPermissions, asked);
  if (refused !== undefined) return refused;
  if (!site.security.isKnown(visit.identity)) return jiraError(403, 'Authentication is required.');
  const check = checkerFor(site, visit, accountId);
  if (check === undefined) return jiraError(403, 'Only Jira administrators can ask about another account.');
  const granted = globalPermissions.filter((key) => check.global(key));
  const inProjects = asked.flatMap((question) => answerQuestion(site, question, check.project));
  const identities = granted.length + inProjects.length;
  return { status: 200, body: { globalPermissions: granted, projectPermissions: inProjects }, identities };
}

function badQuestion(globals: readonly string[], asked: readonly ProjectQuestion[]): Outcome | undefined {
  const wrong: Record<string, string> = {};
  for (const key of globals) {
    if (findPermission(key)?.type !== 'GLOBAL') wrong[key] = 'Unrecognized permission';
  }
  for (const key of asked.flatMap((question) => question.permissions)) {
    if (findPermission(key)?.type !== 'PROJECT') wrong[key] = 'Unrecognized permission';
  }
  if (Object.keys(wrong).length > 0) return jiraError(400, '', wrong);
  const count = (part: 'projects' | 'issues'): number =>
    asked.reduce((sum, question) => sum + question[part].length, 0);
  if (count('projects') > PERMISSION_CHECK_MAX.PROJECTS) return jiraError(400, 'At most 1000 projects can be given.');
  if (count('issues') > PERMISSION_CHECK_MAX.ISSUES) return jiraError(400, 'At most 1000 issues can be given.');
  return undefined;
}

interface Checker {
  global(key: string): boolean;
  project(key: string, project: Project): boolean;
}

/** Undefined: the caller may not ask about this account. One's own account may always be asked about. */
function checkerFor(site: Site, visit: Visit, accountId: string | undefined): Checker | undefined {
  const { security } = site;
  const own = visit.identity.as === 'app' ? site.appAccountId : security.signedIn(visit.identity)?.accountId;
  if (accountId === undefined || accountId === own) {
    return {
      global: (key) => security.hasGlobal(visit.identity, key),
      project: (key, project) => security.hasProject(visit.identity, key, project),
    };
  }
  if (!security.hasGlobal(visit.identity, 'ADMINISTER')) return undefined;
  const user: User | undefined = site.users.find(accountId);
  return {
    global: (key) => user !== undefined && security.userHasGlobal(user, key),
    project: (key, project) => user !== undefined && security.userHasProject(user, key, project),
  };
}

function answerQuestion(
  site: Site,
  question: ProjectQuestion,
  may: Checker['project'],
): { permission: string; projects: number[]; issues: number[] }[] {
  return question.permissions.map((permission) => ({
    permission,
    projects: question.projects.filter((id) => {
      const project = findProject(String(id));
      return project !== undefined && may(permission, project);
    }),
    issues: question.issues.filter((id) => {
      const project = findProjectByKey(site.issues.find(String(id))?.projectKey ?? '');
      return project !== undefined && may(permission, project);
    }),
  }));
}

export const permissionEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/mypermissions', scopes: READ_MY_PERMISSIONS, handle: getMyPermissions },
  { method: 'POST', path: '/permissions/check', scopes: CHECK_PERMISSIONS, handle: checkPermissions },
];
