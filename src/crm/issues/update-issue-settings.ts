import type * as z from 'zod/mini';
import type { IssueSettings } from '../../contract/issue';
import { failure, type Result } from '../../contract/result';
import type { adminSchemas } from '../../contract/schemas';
import { sameRecord } from '../../domain/drafts';
import { cleanName } from '../../domain/name';
import { readRecord } from '../../store/read-records';
import { singleKeys } from '../../store/records';
import { commitDecision, type Decided } from '../commit-decision';
import { firstIssueSettings, issueSettingsOf } from './issue-settings';

export type IssueSettingsUpdate = z.output<typeof adminSchemas.updateIssueSettings>;

const settingsChanged = failure('conflict', 'Somebody else changed these settings meanwhile. Look again.');

/** Decides by which steps the company of an issue is found. Settings that are as they were change nothing. */
export async function updateIssueSettings(update: IssueSettingsUpdate): Promise<Result<IssueSettings>> {
  const twice = update.projects.findIndex(({ id }, at) => update.projects.findIndex((one) => one.id === id) < at);
  const field = `projects.${twice}.id`;
  if (twice !== -1) return failure('invalid', `${field}: the project is there twice`, field);
  return commitDecision(() => decide(update));
}

async function decide({ version, steps, projects }: IssueSettingsUpdate): Promise<Decided<IssueSettings>> {
  const known = await readRecord('issueSettings', singleKeys.issueSettings);
  const before = known.record?.value ?? firstIssueSettings;
  if ((known.record?.version ?? 0) !== version) return settingsChanged;
  const value = { steps, projects: projects.map((project) => ({ ...project, name: cleanName(project.name) })) };
  if (sameRecord(value, before)) return { writes: [], value: issueSettingsOf(known.record) };
  const record = { version: version + 1, value, updatedAt: new Date().toISOString() };
  return {
    writes: [{ kind: 'issueSettings', key: singleKeys.issueSettings, rev: known.rev, record }],
    value: issueSettingsOf(record),
  };
}
