import type { Participant } from '../../contract/issue';
import { isAccountId } from '../../domain/account';
import { cleanName } from '../../domain/name';
import type { IssueReading } from '../../jira/read-issue';
import { readParticipants } from '../../jira/read-participants';
import { gatherRecords } from '../../store/gather-records';
import type { RecordRef } from '../../store/read-records';
import { withDefault } from '../../store/read-state';
import { singleKeys } from '../../store/records';
import { contactIdOf, leadsBack } from './read-issue-facts';

/**
 * Who takes part in a request besides its reporter, with the contacts of their accounts. None, if the issue is no request.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraRefused, StorageThrottled, StorageUnavailable
 */
export async function listParticipants(issue: IssueReading): Promise<Participant[]> {
  const found = (await readParticipants(issue.id)).filter(({ accountId }) => isAccountId(accountId));
  if (found.length === 0) return [];
  const records = await gatherRecords((known) => {
    const users = found.map(({ accountId }): RecordRef => ({ kind: 'user', key: accountId }));
    const contacts = found.flatMap(({ accountId }): RecordRef[] => {
      const id = contactIdOf(known.record('user', accountId));
      return id === undefined ? [] : [{ kind: 'contact', key: id }];
    });
    return [{ kind: 'state', key: singleKeys.state }, ...users, ...contacts];
  });
  const { current } = withDefault(records.find('state', singleKeys.state) ?? { record: undefined, rev: 0 });
  return found.map(({ accountId, name }) => {
    const user = records.record('user', accountId);
    const contactId = contactIdOf(user);
    const contact = contactId === undefined ? undefined : records.record('contact', contactId);
    const clean = cleanName(name);
    const participant: Participant = { accountId, name: clean === '' ? accountId : clean };
    const linked = leadsBack(user, contact, current);
    if (linked !== undefined) participant.contactId = linked.id;
    return participant;
  });
}
