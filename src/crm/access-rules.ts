import { type Access, type Holders, type Right, rights } from '../contract/access';

const adminsAlone: Holders = { everyone: false, groups: [] };

/** What holds before an admin decided anything. */
export const firstHolders: Access['holders'] = {
  see: { everyone: true },
  edit: { everyone: true },
  delete: { everyone: true },
  import: adminsAlone,
  export: adminsAlone,
  configure: adminsAlone,
};

/** Whoever may do something else with records may see them. Configuring is about templates, and no reason to see records. */
const reasonsToSee: readonly Right[] = ['see', 'edit', 'delete', 'import', 'export'];

/** Whether a licensed user has a right by the groups that they are in. Jira admins have every right besides. */
export function hasRight(holders: Access['holders'], right: Right, groupIds: ReadonlySet<string>): boolean {
  const enough = right === 'see' ? reasonsToSee : [right];
  return enough.some((one) => {
    const holder = holders[one];
    return holder.everyone || holder.groups.some(({ id }) => groupIds.has(id));
  });
}

/** Each right, with whether `test` finds it. */
export function eachRight(test: (right: Right) => boolean): Record<Right, boolean> {
  return Object.fromEntries(rights.map((right) => [right, test(right)])) as Record<Right, boolean>;
}
