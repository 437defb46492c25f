/**
 * What a person may do with Kith's records. `configure` arranges templates. Turning sync on and off, its settings and
 * access itself are for Jira admins alone, who may do everything.
 */
export const rights = ['see', 'edit', 'delete', 'import', 'export', 'configure'] as const;

export type Right = (typeof rights)[number];

/** A Jira group. The name is what it was called when it was chosen. */
export interface Group {
  id: string;
  name: string;
}

/** Who has a right: every licensed user of the site, or the members of some groups. No groups: Jira admins alone. */
export type Holders = { everyone: true } | { everyone: false; groups: Group[] };

/** Whoever may do something else with records may see them. */
export interface Access {
  /** Grows by one with each change; 0 before the first. */
  version: number;
  holders: Record<Right, Holders>;
}

/** What the caller may do. */
export type MyRights = Record<Right, boolean>;
