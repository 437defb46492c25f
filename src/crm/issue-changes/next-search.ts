import { isAccountId } from '../../domain/account';
import { takesNoStep } from '../../domain/issue-company';
import {
  asOpenWalk,
  issuesMissingCompany,
  issuesOfCompany,
  issuesOfContact,
  issuesOfProjects,
} from '../../domain/issue-queries';
import { nameKey } from '../../domain/name';
import type { IssueChangesWork, IssueSearch } from '../../store/issue-changes';
import { readRecord } from '../../store/read-records';
import { singleKeys } from '../../store/records';
import { firstOfIndex } from '../../store/scan-index';
import { firstIssueSettings } from '../issues/issue-settings';

/** So many contacts of a company go into one query. */
const contactsPerQuery = 25;

/** Every open issue. What their project's settings leave out is left out when they are looked at. */
export const everyOpenIssue = asOpenWalk(undefined);

/**
 * The query after the one that has come to its end, or the first one; undefined: there is none. Of a company: the issues that
 * have it, then those of its contacts that do not, some contacts at a time.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function nextSearch({ contactId, companyId, search }: IssueChangesWork): Promise<IssueSearch | undefined> {
  if (companyId !== undefined) {
    return search === undefined ? query(issuesOfCompany(companyId)) : ofContacts(companyId, search.afterContact);
  }
  if (search !== undefined) return undefined;
  return contactId === undefined ? ofAllProjects() : ofContact(contactId);
}

async function ofContact(contactId: string): Promise<IssueSearch | undefined> {
  const { record } = await readRecord('contact', contactId);
  if (record === undefined) return undefined;
  const accountIds = record.accounts.map(({ accountId }) => accountId).filter(isAccountId);
  return query(issuesOfContact(contactId, accountIds));
}

async function ofContacts(companyId: string, after: string | undefined): Promise<IssueSearch | undefined> {
  const range = { index: 'by-company-and-name', partition: [companyId], ...(after === undefined ? {} : { after }) };
  const contacts = await firstOfIndex('contact', range, contactsPerQuery);
  const last = contacts.at(-1);
  if (last === undefined) return undefined;
  const contactIds = contacts.map(({ id }) => id);
  const accountIds = contacts.flatMap(({ accounts }) => accounts.map(({ accountId }) => accountId).filter(isAccountId));
  return {
    ...query(issuesMissingCompany(companyId, contactIds, accountIds)),
    contactIds,
    afterContact: nameKey(last.name, last.id),
  };
}

/** Projects for which no step is taken are left out where Jira can do that. */
async function ofAllProjects(): Promise<IssueSearch | undefined> {
  const { record } = await readRecord('issueSettings', singleKeys.issueSettings);
  const { steps, projects } = record?.value ?? firstIssueSettings;
  const isOff = takesNoStep(steps);
  const others = projects.filter((project) => takesNoStep(project.steps) !== isOff).map(({ id }) => id);
  const condition = issuesOfProjects(isOff ? 'in' : 'not in', others);
  return isOff && condition === undefined ? undefined : query(condition);
}

function query(condition: string | undefined): IssueSearch {
  return { jql: asOpenWalk(condition), last: [] };
}
