import { GROUPS } from './directory/roster';

export interface Project {
  id: string;
  key: string;
  name: string;
  type: 'business' | 'service_desk';
  /** Only members of this group may browse it. Absent: every licensed user may. */
  restrictedTo?: string;
}

/** The projects of every site: one for business, one for service, and one that few may see. */
export const PROJECTS: readonly Project[] = [
  { id: '10000', key: 'OPS', name: 'Operations', type: 'business' },
  { id: '10001', key: 'HELP', name: 'Help desk', type: 'service_desk' },
  { id: '10002', key: 'BOARD', name: 'Board room', type: 'business', restrictedTo: GROUPS.admins },
];

export const findProjectByKey = (key: string): Project | undefined => PROJECTS.find((project) => project.key === key);

export const findProject = (idOrKey: string): Project | undefined =>
  PROJECTS.find((project) => project.id === idOrKey || project.key === idOrKey.toUpperCase());

export function projectJson(cloudId: string, project: Project): Record<string, unknown> {
  return {
    self: `https://api.atlassian.com/ex/jira/${cloudId}/rest/api/3/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: project.type,
    simplified: false,
    style: 'classic',
    isPrivate: project.restrictedTo !== undefined,
  };
}
