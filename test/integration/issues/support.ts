import { ROSTER } from '../../../sandbox/src/jira';
import type { Company, Contact, IssueContact, IssueSteps } from '../../../src/contract';
import type { IssueProperty } from '../../../src/domain/issue-company';
import { Kith, openKith, valueIn } from '../contacts/open-kith';

export const helpOne = { id: '10001', key: 'HELP-1' };
export const everyStep: IssueSteps = { account: true, email: true, 'contact-company': true, domain: true };
export const noStep: IssueSteps = { account: false, email: false, 'contact-company': false, domain: false };
export const projects = {
  help: { id: '10001', key: 'HELP', name: 'Help desk' },
  ops: { id: '10000', key: 'OPS', name: 'Operations' },
};

const writes = 'PUT /issue/{issueIdOrKey}/properties/{propertyKey}';
const reads = 'GET /issue/{issueIdOrKey}';

/** Kith on a site whose issues are watched. */
export class Issues extends Kith {
  get jira() {
    return this.sandbox.jira;
  }

  /** What Kith has put on an issue. */
  property(key: string): IssueProperty | undefined {
    return this.jira.issueProperty(key, 'kith') as IssueProperty | undefined;
  }

  /** A new issue, and everything that follows from it but the schedules. */
  async report(reporter: string, projectKey = 'HELP'): Promise<{ id: string; key: string }> {
    const { id, key } = this.jira.createIssue({ projectKey, summary: 'Broken', reporter });
    await this.idle();
    return { id, key };
  }

  async changeReporter(key: string, reporter: string | undefined): Promise<void> {
    this.jira.changeReporter(key, reporter, ROSTER.admin);
    await this.idle();
  }

  /** Waits until no event is on its way, nothing is queued, and searches have seen every change. */
  async idle(): Promise<void> {
    await this.sandbox.drive(this.sandbox.forge.whenIdle());
    await this.sandbox.drive(this.jira.whenIdle());
  }

  /** The keys that a person finds by a query. */
  found(jql: string, visibleTo: string = ROSTER.agent): string[] {
    return this.jira.searchIssues(jql, { visibleTo }).issues.map(({ key }) => key);
  }

  get propertyWrites(): number {
    return this.jira.meter.of(writes).calls;
  }

  get issueReads(): number {
    return this.jira.meter.of(reads).calls;
  }

  async company(name: string, ...domains: string[]): Promise<Company> {
    return valueIn(await this.contacts('createCompany', { company: { name, domains } }));
  }

  async giveCompany(contact: Contact, companyId: string | null): Promise<Contact> {
    const { id, version } = contact;
    return valueIn(await this.contacts('updateContact', { id, version, changes: { companyId } }));
  }

  async view(issue: unknown = helpOne, accountId: string = ROSTER.agent): Promise<IssueContact> {
    return valueIn(await this.panel('getIssueContact', {}, issue, accountId));
  }

  async steps(steps: IssueSteps, ...own: { id: string; key: string; name: string; steps: IssueSteps }[]) {
    const { version } = valueIn(await this.admin('getIssueSettings', {}));
    return valueIn(await this.admin('updateIssueSettings', { version, steps, projects: own }));
  }
}

export async function openIssues(...options: Parameters<typeof openKith>): Promise<Issues> {
  return new Issues((await openKith(...options)).sandbox);
}
