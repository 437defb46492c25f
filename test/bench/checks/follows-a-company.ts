import { ROSTER } from '../../../sandbox/src/jira';
import type { IssueChanges } from '../../../src/contract';
import type { ContactRecord } from '../../../src/domain/contact';
import { BenchSite, minute } from '../bench-site';
import { kith } from '../kith';
import { measure, type Use } from '../measure';

const reporters = 500;
/** Points of one hour, and what each issue may cost of them: to be found, to be read before and after it is written to. */
const pointsPerIssue = { preview: 1.1, apply: 2.1, undo: 2.1 };
const longest = { preview: 10 * minute, apply: 15 * minute, undo: 15 * minute };

/** Ten thousand open issues follow when their reporters' company changes, and go back again. `issues` may be fewer. */
export async function followsACompany(issues = 10_000): Promise<string[]> {
  const site = await BenchSite.open(kith, reporters);
  const began = site.now;
  await site.admin('setSyncEnabled', { enabled: true });
  await site.untilRunEnds(began);
  const company = await ask<{ id: string }>(site, 'createCompany', { company: { name: 'Acme' } });
  const contacts = [...site.sandbox.storage.rows('contact')].map(({ value }) => value as ContactRecord);
  for (let start = 0; start < contacts.length; start += 100) {
    const chosen = contacts.slice(start, start + 100).map(({ id, version }) => ({ id, version }));
    await ask(site, 'setCompanyOfContacts', { contacts: chosen, companyId: company.id });
  }
  const accountIds = contacts.flatMap(({ primary }) => primary ?? []);
  const reported = new Set(accountIds);
  const there = site.sandbox.jira
    .listIssues({ limit: Number.MAX_SAFE_INTEGER })
    .issues.filter(({ reporter = '', status }) => reported.has(reporter) && status !== 'Done');
  site.sandbox.jira.addIssues(
    Array.from({ length: issues - there.length }, (_, nth) => ({
      projectKey: nth % 2 === 0 ? 'HELP' : 'OPS',
      summary: `Issue ${nth}`,
      reporter: accountIds[nth % accountIds.length] ?? '',
    })),
  );

  const failures: string[] = [];
  const step = async (name: keyof typeof longest, call: string, wanted: Partial<IssueChanges>) => {
    await site.toFullHour();
    const { changes } = await ask<{ changes?: IssueChanges }>(site, 'getIssueChanges', { companyId: company.id });
    const payload = changes === undefined ? { companyId: company.id } : { id: changes.id };
    const use = await measure(site, async () => {
      await ask(site, call, payload);
      await site.until(() => [...site.sandbox.storage.rows('job')].length === 0);
    });
    report(name, use);
    if (use.points > pointsPerIssue[name] * issues + 1_000) failures.push(`${name} took ${use.points} points`);
    if (use.simulatedMs > longest[name]) failures.push(`${name} took ${use.simulatedMs / minute} minutes`);
    const after = await ask<{ changes?: IssueChanges }>(site, 'getIssueChanges', { companyId: company.id });
    for (const [what, value] of Object.entries(wanted)) {
      const given = after.changes?.[what as keyof IssueChanges];
      if (given !== value) failures.push(`After ${name}, ${what} is ${String(given)}, not ${String(value)}`);
    }
  };
  await step('preview', 'previewIssueChanges', { state: 'ready', seen: issues, count: issues });
  await step('apply', 'applyIssueChanges', { state: 'applied', applied: issues, leftAlone: 0 });
  await site.sandbox.passTime(minute);
  const { total } = site.sandbox.jira.searchIssues('kithCompany = "Acme"', { visibleTo: ROSTER.admin });
  if (total !== issues) failures.push(`${total} issues have the company`);
  await step('undo', 'undoIssueChanges', { state: 'undone', undone: issues, leftAlone: 0 });
  const { calls, refused } = site.sandbox.jira.meter.of('POST /issue/properties/multi');
  if (calls !== 2 * Math.ceil(issues / 100)) failures.push(`${calls} calls wrote to issues`);
  if (refused > 0) failures.push(`Jira refused ${refused} of the calls that wrote to issues`);
  site.sandbox.dispose();
  return failures;
}

function report(name: string, { jiraCalls, points, readRequests, writeRequests, simulatedMs }: Use): void {
  const minutes = (simulatedMs / minute).toFixed(1);
  const storage = `${readRequests} reads and ${writeRequests} writes of storage`;
  console.log(`        ${name}: ${jiraCalls} calls and ${points} points of Jira, ${storage}, ${minutes} minutes`);
}

async function ask<T>(site: BenchSite, name: string, payload: object): Promise<T> {
  const answer = await site.sandbox.invoke('kith-contacts', name, payload, { accountId: ROSTER.admin });
  const { value } = answer as { value?: T };
  if (value === undefined) throw new Error(`${name} was answered with ${JSON.stringify(answer)}`);
  return value;
}
