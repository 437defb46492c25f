import {
  type IssueSettings,
  type IssueStep,
  type IssueSteps,
  limits,
  type Project,
  type ProjectSteps,
} from '../contract';

/** The steps in the order in which they are taken. */
export const stepsInOrder: readonly IssueStep[] = ['account', 'email', 'contact-company', 'domain'];

export type SettingsDraft = Pick<IssueSettings, 'steps' | 'projects'>;

/** What is decided by one: the steps for all projects, or those of one project by its id. */
export type Decided = 'all' | string;

export function draftOf({ steps, projects }: IssueSettings): SettingsDraft {
  return { steps, projects };
}

/** Without any step, nothing is written on issues. */
export function takesNoStep(steps: IssueSteps): boolean {
  return stepsInOrder.every((step) => !steps[step]);
}

/** Whether the company of a contact is taken while no contact is looked for. */
export function looksForNoContact(steps: IssueSteps): boolean {
  return steps['contact-company'] && !steps.account && !steps.email;
}

/** With one more project, at the end, which begins with the steps for all. As it was, if it is there or there is no room. */
export function withProject(draft: SettingsDraft, { id, key, name }: Project): SettingsDraft {
  if (draft.projects.some((project) => project.id === id)) return draft;
  if (draft.projects.length >= limits.projectsWithOwnSteps) return draft;
  return { ...draft, projects: [...draft.projects, { id, key, name, steps: draft.steps }] };
}

export function withoutProject(draft: SettingsDraft, id: string): SettingsDraft {
  return { ...draft, projects: draft.projects.filter((project) => project.id !== id) };
}

export function withStepsOf(draft: SettingsDraft, id: string, steps: IssueSteps): SettingsDraft {
  return { ...draft, projects: draft.projects.map((project) => (project.id === id ? { ...project, steps } : project)) };
}

/** What two versions decide otherwise. The order of projects, and what they are called, is no difference. */
export function differences(one: SettingsDraft, other: SettingsDraft): Decided[] {
  const ids = new Set([...one.projects, ...other.projects].map(({ id }) => id));
  const projects = [...ids].filter((id) => meaning(one, id) !== meaning(other, id));
  return sameSteps(one.steps, other.steps) ? projects : ['all', ...projects];
}

/**
 * What I decided, with what somebody else decided meanwhile about what I left alone. `disputed`: what both changed, and
 * otherwise than each other; mine holds for it.
 */
export function mergedDraft(
  base: SettingsDraft,
  theirs: SettingsDraft,
  mine: SettingsDraft,
): { draft: SettingsDraft; disputed: Decided[] } {
  const byMe = new Set(differences(base, mine));
  const byThem = new Set(differences(base, theirs));
  const apart = differences(theirs, mine);
  const kept = theirs.projects.flatMap((project) => {
    const own = byMe.has(project.id) ? projectOf(mine, project.id) : project;
    return own === undefined ? [] : [own];
  });
  const added = mine.projects.filter(({ id }) => byMe.has(id) && projectOf(theirs, id) === undefined);
  return {
    draft: { steps: byMe.has('all') ? mine.steps : theirs.steps, projects: [...kept, ...added] },
    disputed: apart.filter((one) => byMe.has(one) && byThem.has(one)),
  };
}

export function projectOf({ projects }: SettingsDraft, id: string): ProjectSteps | undefined {
  return projects.find((project) => project.id === id);
}

function meaning(draft: SettingsDraft, id: string): string {
  const steps = projectOf(draft, id)?.steps;
  return steps === undefined ? '' : stepsInOrder.map((step) => steps[step]).join();
}

function sameSteps(one: IssueSteps, other: IssueSteps): boolean {
  return stepsInOrder.every((step) => one[step] === other[step]);
}
