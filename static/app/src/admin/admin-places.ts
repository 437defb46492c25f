/** The parts of the admin page, in the order of their tabs. */
export const adminTabs = ['sync', 'issues', 'templates', 'access'] as const;

export type AdminTab = (typeof adminTabs)[number];

/** The path of a tab within the admin page. */
export function pathOfTab(tab: AdminTab): string {
  return tab === 'sync' ? '/' : `/${tab}`;
}

/** The tab that a path names; that of user sync for everything unknown. */
export function tabOfPath(path: string): AdminTab {
  const [area, ...rest] = path.split('/').filter((part) => part !== '');
  return rest.length === 0 ? (adminTabs.find((tab) => tab === area) ?? 'sync') : 'sync';
}
