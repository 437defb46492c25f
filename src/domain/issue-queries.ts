/**
 * Queries for issues (JQL). Only ids get into them, of the characters that ids of accounts, contacts, companies, projects and
 * jobs have, and in quotes: no text that a person wrote.
 */

const idForm = /^[a-zA-Z0-9:._#-]{1,128}$/;

/** Not resolved, whatever the statuses of a project are called. */
const isOpen = 'statusCategory != Done';

const latestFirst = 'ORDER BY updated DESC';
const oldestFirst = 'ORDER BY created ASC';

/** Issues that a contact reported by any account, or that have this contact. */
export function issuesOfContact(contactId: string, accountIds: readonly string[]): string {
  const own = `kithContact = ${quoted(contactId)}`;
  return accountIds.length === 0 ? own : `(reporter in ${listed(accountIds)} OR ${own})`;
}

/** Issues that have this company. */
export function issuesOfCompany(companyId: string): string {
  return `kithCompanyId = ${quoted(companyId)}`;
}

/** Issues that these contacts reported by these accounts, or that have one of them, but that do not have the company. */
export function issuesMissingCompany(
  companyId: string,
  contactIds: readonly string[],
  accountIds: readonly string[],
): string {
  const own = `kithContact in ${listed(contactIds)}`;
  const theirs = accountIds.length === 0 ? own : `(reporter in ${listed(accountIds)} OR ${own})`;
  const company = quoted(companyId);
  return `${theirs} AND (kithCompanyId is EMPTY OR kithCompanyId != ${company})`;
}

/** Issues of these projects, or of all but these. */
export function issuesOfProjects(which: 'in' | 'not in', projectIds: readonly string[]): string | undefined {
  return projectIds.length === 0 ? undefined : `project ${which} ${listed(projectIds)}`;
}

/** The query for a list that people read. */
export function asList(condition: string, onlyOpen: boolean): string {
  return `${onlyOpen ? `${condition} AND ${isOpen}` : condition} ${latestFirst}`;
}

/** The query for going through open issues, in an order that hardly moves meanwhile. */
export function asOpenWalk(condition: string | undefined): string {
  return `${condition === undefined ? isOpen : `${condition} AND ${isOpen}`} ${oldestFirst}`;
}

function listed(ids: readonly string[]): string {
  return `(${ids.map(quoted).join(', ')})`;
}

/**
 * An id as a query names it; issue keys are such, too.
 *
 * @throws RangeError for what is no id
 */
export function quoted(id: string): string {
  if (!idForm.test(id)) throw new RangeError('That is no id.');
  return `"${id}"`;
}
