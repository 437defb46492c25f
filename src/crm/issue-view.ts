import type { IssueContact } from '../contract/contact';
import type { ContactRecord } from '../domain/contact';
import { deservesLook } from '../domain/hint';
import {
  contactOfIssue,
  type FoundContact,
  type IssueFacts,
  type IssueValue,
  sameValue,
  takesNoStep,
  valueOfIssue,
} from '../domain/issue-company';
import { cleanName } from '../domain/name';
import type { IssueReading, IssueReporter } from '../jira/read-issue';
import type { Site } from '../jira/site-url';
import { wakeIssue } from '../store/issue-queue';
import type { RecordRef } from '../store/read-records';
import { companyView } from './company-view';
import { contactView } from './contact-view';
import { type IssueRead, readIssueFacts } from './issues/read-issue-facts';
import { siteUrlFor, surroundingRefs } from './read-surroundings';
import { fieldsOf, firstValue } from './template-view';

const contactTemplate: RecordRef = { kind: 'template', key: 'contact' };

/** On whose behalf an issue is shown. */
export interface Viewer {
  site: Site;
  mayEdit: boolean;
}

/**
 * Who is asking, and for which company: the contact that a person chose for the issue, or else the one that the steps of its
 * project find, and likewise the company. Where the issue itself says something else, or nobody knows its reporter yet, it is
 * handed to the queue.
 *
 * @throws StorageThrottled, StorageUnavailable, and what the address of the site throws
 */
export async function viewIssue(issue: IssueReading, viewer: Viewer): Promise<IssueContact> {
  const read = await readIssueFacts(issue, {
    always: [contactTemplate],
    ofContact: (contact) => surroundingRefs([contact]),
  });
  const value = valueOfIssue(read.facts);
  await repair(issue, read, value);
  const view = await showContact(issue, read, viewer);
  if (issue.reporter !== undefined && read.reporter !== undefined) view.reporter = reporterView(read.reporter);
  const company = value.company === undefined ? undefined : read.records.record('company', value.company.id);
  if (company !== undefined) view.company = companyView(company);
  if (value.because !== undefined) view.companyBecause = value.because;
  return view;
}

/**
 * The contact that the panel shows. Where a project takes neither of the steps that find one, that of the reporter's account
 * is shown all the same; it decides nothing then.
 */
export function shownContact(facts: IssueFacts): FoundContact | undefined {
  const found = contactOfIssue(facts);
  const { steps, contactOfAccount } = facts;
  if (found !== undefined || steps.account || steps.email || contactOfAccount === undefined) return found;
  return { contact: contactOfAccount, because: 'account' };
}

async function showContact(issue: IssueReading, read: IssueRead, { site, mayEdit }: Viewer): Promise<IssueContact> {
  const found = shownContact(read.facts);
  const chosen = found === undefined ? 'none' : found.because === 'manual' ? 'manual' : 'reporter';
  const template = read.records.record('template', 'contact')?.value ?? firstValue;
  const panelFields = fieldsOf(template).filter(({ onPanel }) => onPanel === true);
  const view: IssueContact = { issueKey: issue.key, chosen, panelFields, mayEdit };
  if (found === undefined) return view;
  view.contactBecause = found.because;
  view.contact = await viewOf(found.contact, read, site);
  return view;
}

async function viewOf(contact: ContactRecord, { state, records }: IssueRead, site: Site) {
  return contactView(contact, {
    state,
    siteUrl: await siteUrlFor([contact], state, site),
    user: (accountId) => records.record('user', accountId),
    company: (id) => records.record('company', id),
  });
}

function reporterView({ accountId, name, email, isApp }: IssueReporter) {
  const clean = cleanName(name);
  const view = { accountId, name: clean === '' ? accountId : clean };
  return email === undefined || isApp ? view : { ...view, email };
}

/** Queries and events are lossy; whoever opens an issue brings it to Kith's attention. */
async function repair({ id, property }: IssueReading, read: IssueRead, value: IssueValue): Promise<void> {
  const { reporter, user, skip, state, facts } = read;
  const isNews = reporter?.isApp === false && deservesLook(user, skip, state);
  const differs = !takesNoStep(facts.steps) && !sameValue(value, property);
  if (isNews) await wakeIssue({ issueId: id, accountId: reporter.accountId });
  else if (differs) await wakeIssue({ issueId: id });
}
