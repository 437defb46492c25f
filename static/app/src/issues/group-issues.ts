import type { IssueSummary } from '../contract';

export type Category = IssueSummary['statusCategory'];

/** What people work on comes first, what is over comes last. */
const inOrder: readonly Category[] = ['indeterminate', 'new', 'done'];

export interface IssueGroup {
  category: Category;
  issues: IssueSummary[];
}

/**
 * Issues by the category of their status, each group in the order of the list. An issue that changed while the list was
 * paged through may be on two pages; it counts once. Categories without issues are left out.
 */
export function groupsOf(pages: readonly { items: readonly IssueSummary[] }[]): IssueGroup[] {
  const byKey = new Map<string, IssueSummary>();
  for (const { items } of pages) for (const issue of items) if (!byKey.has(issue.key)) byKey.set(issue.key, issue);
  const issues = [...byKey.values()];
  return inOrder
    .map((category) => ({ category, issues: issues.filter(({ statusCategory }) => statusCategory === category) }))
    .filter((group) => group.issues.length > 0);
}

/** How many issues there are, if the last page has been read. */
export function countOf(pages: readonly { items: readonly IssueSummary[]; cursor?: string }[]): number | undefined {
  if (pages.length === 0 || pages.at(-1)?.cursor !== undefined) return undefined;
  return groupsOf(pages).reduce((sum, { issues }) => sum + issues.length, 0);
}
