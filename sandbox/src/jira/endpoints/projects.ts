import { NotBuilt, type Outcome } from '../answers';
import type { Endpoint, Site, Visit } from '../endpoint';
import { PAGE_LIMITS } from '../limits';
import { PROJECTS, projectJson } from '../projects';
import { wholeNumber } from '../query';
import { READ_PROJECTS } from '../scopes';

const KNOWN_PARAMETERS = ['startAt', 'maxResults', 'query', 'keys', 'typeKey'];

/** The projects that the caller may browse, by key. */
function searchProjects(site: Site, visit: Visit): Outcome {
  const odd = [...visit.query.keys()].find((name) => !KNOWN_PARAMETERS.includes(name));
  if (odd !== undefined) throw new NotBuilt(`parameter ${odd} of GET /rest/api/3/project/search`);
  const startAt = wholeNumber(visit.query, 'startAt', 0);
  const maxResults = wholeNumber(visit.query, 'maxResults', PAGE_LIMITS.PROJECTS_DEFAULT, PAGE_LIMITS.PROJECTS_MAX);
  const text = (visit.query.get('query') ?? '').toLowerCase();
  const keys = visit.query.getAll('keys');
  const types = (visit.query.get('typeKey') ?? '').split(',').filter((type) => type !== '');
  const found = PROJECTS.filter((project) => site.security.hasProject(visit.identity, 'BROWSE_PROJECTS', project))
    .filter((project) => `${project.key} ${project.name}`.toLowerCase().includes(text))
    .filter((project) => keys.length === 0 || keys.includes(project.key))
    .filter((project) => types.length === 0 || types.includes(project.type))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const values = found
    .slice(startAt, startAt + maxResults)
    .map((project) => projectJson(site.options.cloudId, project));
  const isLast = startAt + values.length >= found.length;
  const self = `https://api.atlassian.com/ex/jira/${site.options.cloudId}/rest/api/3/project/search`;
  const body = { self, maxResults, startAt, total: found.length, isLast, values };
  return { status: 200, body, others: values.length };
}

export const projectEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/project/search', scopes: READ_PROJECTS, handle: searchProjects },
];
