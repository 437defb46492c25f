import { type Access, type Group, limits, type Right } from '../contract';

/** How somebody decides about a right. `admins`: nobody but Jira admins, who have every right anyway. */
export type Mode = 'everyone' | 'groups' | 'admins';

/** A decision being made. The groups stay when another mode is tried out. */
export interface RightDraft {
  mode: Mode;
  groups: readonly Group[];
}

export type AccessDraft = Readonly<Record<Right, RightDraft>>;

export const rightsInOrder: readonly Right[] = ['see', 'edit', 'delete', 'import', 'export', 'configure'];

/** Rights that let people see records as well. Arranging templates is no reason to see any. */
const reasonsToSee: readonly Right[] = ['edit', 'delete', 'import', 'export'];

function forEachRight<T>(value: (right: Right) => T): Record<Right, T> {
  return {
    see: value('see'),
    edit: value('edit'),
    delete: value('delete'),
    import: value('import'),
    export: value('export'),
    configure: value('configure'),
  };
}

export function draftOf(holders: Access['holders']): AccessDraft {
  return forEachRight((right) => {
    const holder = holders[right];
    if (holder.everyone) return { mode: 'everyone', groups: [] };
    return { mode: holder.groups.length > 0 ? 'groups' : 'admins', groups: holder.groups };
  });
}

/** The draft as it is saved. */
export function holdersOf(draft: AccessDraft): Access['holders'] {
  return forEachRight((right) => {
    const { mode, groups } = draft[right];
    if (mode === 'everyone') return { everyone: true };
    return { everyone: false, groups: mode === 'groups' ? [...groups] : [] };
  });
}

/** Rights that the draft decides otherwise. The order of groups, and what they are called, is no difference. */
export function differingRights(saved: Access['holders'], draft: AccessDraft): Right[] {
  const before = draftOf(saved);
  return rightsInOrder.filter((right) => meaning(before[right]) !== meaning(draft[right]));
}

function meaning({ mode, groups }: RightDraft): string {
  if (mode !== 'groups') return mode;
  return JSON.stringify(groups.map(({ id }) => id).sort());
}

/**
 * What I decided, with what somebody else decided meanwhile about rights that I left alone. `disputed`: rights that both
 * changed, and otherwise than each other; mine holds for them.
 */
export function mergedDraft(
  base: Access['holders'],
  theirs: Access['holders'],
  mine: AccessDraft,
): { draft: AccessDraft; disputed: Right[] } {
  const changedByMe = differingRights(base, mine);
  const other = draftOf(theirs);
  const changedByThem = differingRights(base, other);
  return {
    draft: forEachRight((right) => (changedByMe.includes(right) ? mine[right] : other[right])),
    disputed: differingRights(theirs, mine).filter(
      (right) => changedByMe.includes(right) && changedByThem.includes(right),
    ),
  };
}

export type AccessProblem = 'missing' | 'too-many';

export function accessProblem({ mode, groups }: RightDraft): AccessProblem | undefined {
  if (mode !== 'groups') return undefined;
  if (groups.length === 0) return 'missing';
  return groups.length > limits.groupsPerRight ? 'too-many' : undefined;
}

/** Who sees records besides those who were chosen for it, because of another right. */
export interface SeeToo {
  /** Rights that everyone has. */
  everyone: Right[];
  /** Groups that have such a right, each once, in the order of the rights. */
  groups: Group[];
}

export function whoSeesToo(draft: AccessDraft): SeeToo {
  if (draft.see.mode === 'everyone') return { everyone: [], groups: [] };
  const chosen = new Set(draft.see.mode === 'groups' ? draft.see.groups.map(({ id }) => id) : []);
  const groups: Group[] = [];
  for (const right of reasonsToSee) {
    if (draft[right].mode !== 'groups') continue;
    for (const group of draft[right].groups) {
      if (chosen.has(group.id)) continue;
      chosen.add(group.id);
      groups.push(group);
    }
  }
  return { everyone: reasonsToSee.filter((right) => draft[right].mode === 'everyone'), groups };
}

/** Whether nobody but Jira admins would see a contact. */
export function nobodySees(draft: AccessDraft): boolean {
  return (['see', ...reasonsToSee] as const).every(
    (right) => draft[right].mode === 'admins' || (draft[right].mode === 'groups' && draft[right].groups.length === 0),
  );
}
