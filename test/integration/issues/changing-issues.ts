import { ROSTER } from '../../../sandbox/src/jira';
import type { IssueChanges } from '../../../src/contract';
import { valueIn } from '../contacts/open-kith';
import { type Site, syncedSite, user } from '../sync/open-site';

const customers = ['ann', 'ben'].map((name) =>
  user(`qm:${name}`, { accountType: 'customer', displayName: name, groups: [] }),
);

/** The site of the test under way, and a company on it. */
export let site: Site;
export let acme: string;
/** Ann, and Ben, with so many open issues that were there before Kith. */
export async function open(
  issues: { ann?: number; ben?: number } = {},
  options: Parameters<typeof syncedSite>[1] = {},
) {
  site = await syncedSite(customers, { ...options, jira: { issues: 0, ...options.jira } });
  acme = valueIn(await site.contacts('createCompany', { company: { name: 'Acme' } })).id;
  for (const [name, count] of Object.entries(issues)) report(name, count);
}

/** Issues that they reported, as if they had always been there. */
export function report(name: string, count: number, projectKey = 'HELP'): string[] {
  const issues = Array.from({ length: count }, (_, nth) => ({ projectKey, summary: `${nth}`, reporter: `qm:${name}` }));
  return site.jira.addIssues(issues).map(({ key }) => key);
}

export const contactId = async (name: string) => (await site.contactOf(`qm:${name}`))?.id ?? '';

export async function giveCompany(name: string, companyId: string | null): Promise<void> {
  const { id = '', version = 0 } = (await site.contactOf(`qm:${name}`)) ?? {};
  valueIn(await site.contacts('updateContact', { id, version, changes: { companyId } }));
}

export type Scope = { contactId: string } | { companyId: string };

export async function preview(scope: Scope): Promise<IssueChanges> {
  valueIn(await site.contacts('previewIssueChanges', scope));
  await site.sandbox.settle();
  return changesOf(scope);
}

export async function changesOf(scope: Scope): Promise<IssueChanges> {
  const { changes } = valueIn(await site.contacts('getIssueChanges', scope));
  if (changes === undefined) throw new Error('There are no changes.');
  return changes;
}

export async function take(step: 'applyIssueChanges' | 'undoIssueChanges', scope: Scope): Promise<IssueChanges> {
  valueIn(await site.contacts(step, { id: (await changesOf(scope)).id }));
  await site.sandbox.settle();
  return changesOf(scope);
}

export const propertyOf = (key: string) => site.jira.issueProperty(key, 'kith');
export const found = (jql: string) => site.jira.searchIssues(jql, { visibleTo: ROSTER.agent }).total;
