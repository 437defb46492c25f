import type { IssueSettings } from '../../contract/issue';
import type { IssueSteps } from '../../domain/issue-company';
import type { IssueSettingsRecord, IssueSettingsValue } from '../../store/site-config';

/** What holds before an admin decided anything. */
export const firstIssueSettings: IssueSettingsValue = {
  steps: { account: true, email: true, 'contact-company': true, domain: true },
  projects: [],
};

export function issueSettingsOf(record: IssueSettingsRecord | undefined): IssueSettings {
  const { steps, projects } = record?.value ?? firstIssueSettings;
  return { version: record?.version ?? 0, steps, projects };
}

/** The steps that are taken for the issues of a project. */
export function stepsOf(record: IssueSettingsRecord | undefined, projectId: string | undefined): IssueSteps {
  const { steps, projects } = record?.value ?? firstIssueSettings;
  return projects.find(({ id }) => id === projectId)?.steps ?? steps;
}
