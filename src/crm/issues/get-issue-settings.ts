import type { IssueSettings } from '../../contract/issue';
import { readRecord } from '../../store/read-records';
import { singleKeys } from '../../store/records';
import { issueSettingsOf } from './issue-settings';

/**
 * By which steps the company of an issue is found, as the admin decided, or by default.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function getIssueSettings(): Promise<IssueSettings> {
  return issueSettingsOf((await readRecord('issueSettings', singleKeys.issueSettings)).record);
}
