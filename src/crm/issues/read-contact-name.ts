import type { IssueReading } from '../../jira/read-issue';
import { shownContact } from '../issue-view';
import { readIssueFacts } from './read-issue-facts';

/**
 * The name of the contact that an issue's panel shows; undefined without one.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function readContactName(issue: IssueReading): Promise<string | undefined> {
  return shownContact((await readIssueFacts(issue)).facts)?.contact.name;
}
