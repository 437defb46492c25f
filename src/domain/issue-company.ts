import type { ContactRecord } from './contact';
import { domainOfEmail } from './email-domain';

/** Which of the steps are taken to find the contact and the company of an issue, in this order. */
export interface IssueSteps {
  /** The contact of the reporter's account. */
  account: boolean;
  /** Else the contact that has the reporter's email. */
  email: boolean;
  /** The company of that contact. */
  'contact-company': boolean;
  /** Else the company of the email's domain. */
  domain: boolean;
}

export type ContactBecause = 'account' | 'email' | 'manual';

/** `none`: a person chose that there is no company. */
export type CompanyBecause = 'contact' | 'domain' | 'manual' | 'none';

export interface NamedCompany {
  id: string;
  name: string;
}

/** The company and the contact of an issue. `chosen` tells whether a person chose the company. Nothing about people but an id. */
export interface IssueValue {
  company?: NamedCompany;
  contact?: { id: string };
  chosen: 'auto' | 'manual';
  /** Why this company; absent while none was found. */
  because?: CompanyBecause;
}

/** What Kith keeps on an issue, as an issue property of Jira. Whoever may edit the issue can write it, so it is no proof. */
export interface IssueProperty extends IssueValue {
  /** The id of the issue changes that wrote it last. */
  changes?: string;
  /** What was there before those; absent: nothing. */
  before?: IssueValue;
  /** What changes gave it that were undone. It stays without while the steps find the same. */
  undone?: IssueValue;
}

/** What is known of an issue. Contacts and companies that were deleted are absent. */
export interface IssueFacts {
  steps: IssueSteps;
  /** A person chose this contact for the issue. */
  chosenContact?: ContactRecord;
  /** The reporter's account leads to this contact. */
  contactOfAccount?: ContactRecord;
  /** The reporter's email belongs to this contact. */
  contactOfEmail?: ContactRecord;
  /** The reporter's email, as far as it is shown. */
  email?: string;
  /** What is on the issue now. */
  property?: IssueProperty;
  company: (id: string) => NamedCompany | undefined;
  /** The id of the company that owns a domain, given as its key. */
  ownerOf: (domain: string) => string | undefined;
}

export interface FoundContact {
  contact: ContactRecord;
  because: ContactBecause;
}

/** The contact of an issue: the one that a person chose, or else by the steps. */
export function contactOfIssue(facts: IssueFacts): FoundContact | undefined {
  const { steps, chosenContact, contactOfAccount, contactOfEmail } = facts;
  if (chosenContact !== undefined) return { contact: chosenContact, because: 'manual' };
  if (steps.account && contactOfAccount !== undefined) return { contact: contactOfAccount, because: 'account' };
  if (steps.email && contactOfEmail !== undefined) return { contact: contactOfEmail, because: 'email' };
  return undefined;
}

/** What an issue ought to have: what it has, while the steps find only what a person undid; or else what they find. */
export function valueOfIssue(facts: IssueFacts): IssueProperty {
  const value = foundValue(facts);
  return valueWithoutUndone(facts, value) ?? value;
}

/**
 * What is found for an issue. A company that a person chose stays, also none, as long as it exists; otherwise it is that of
 * the contact, or else that of the email's domain. A contact whose company a person took away has none on purpose.
 */
export function foundValue(facts: IssueFacts): IssueValue {
  const found = contactOfIssue(facts);
  const contact = found === undefined ? {} : { contact: { id: found.contact.id } };
  return { ...contact, ...(chosenCompany(facts) ?? foundCompany(facts, found)) };
}

function valueWithoutUndone({ property, company }: IssueFacts, value: IssueValue): IssueProperty | undefined {
  const undone = property?.undone;
  if (property === undefined || undone === undefined) return undefined;
  if (value.company?.id !== undone.company?.id || value.contact?.id !== undone.contact?.id) return undefined;
  const kept = { ...valueIn(property), undone };
  if (property.company === undefined) return kept;
  const named = company(property.company.id);
  return named === undefined ? undefined : { ...kept, company: named };
}

type CompanyPart = Omit<IssueValue, 'contact'>;

function chosenCompany({ property, company }: IssueFacts): CompanyPart | undefined {
  if (property?.chosen !== 'manual') return undefined;
  if (property.company === undefined) return { chosen: 'manual', because: 'none' };
  const named = company(property.company.id);
  return named === undefined ? undefined : { company: named, chosen: 'manual', because: 'manual' };
}

function foundCompany(facts: IssueFacts, found: FoundContact | undefined): CompanyPart {
  const { steps, company, ownerOf } = facts;
  const contact = found?.contact;
  if (steps['contact-company'] && contact !== undefined) {
    const named = contact.companyId === undefined ? undefined : company(contact.companyId);
    if (named !== undefined) return { company: named, chosen: 'auto', because: 'contact' };
    if (hasNoneOnPurpose(contact)) return { chosen: 'auto' };
  }
  const domain = steps.domain ? domainOfIssue(facts, found) : undefined;
  const owner = domain === undefined ? undefined : ownerOf(domain);
  const named = owner === undefined ? undefined : company(owner);
  return named === undefined ? { chosen: 'auto' } : { company: named, chosen: 'auto', because: 'domain' };
}

function hasNoneOnPurpose(contact: ContactRecord): boolean {
  return contact.companySetByPerson === true && contact.companyId === undefined;
}

/** The domain of the contact's email, or else of the reporter's, unless a person put somebody else in the reporter's place. */
function domainOfIssue({ email }: IssueFacts, found: FoundContact | undefined): string | undefined {
  const own = domainOfEmail(found?.contact.email);
  return own ?? (found?.because === 'manual' ? undefined : domainOfEmail(email));
}

/** Whether no step is taken: then Kith writes nothing on the issues of the project by itself. */
export function takesNoStep(steps: IssueSteps): boolean {
  return !Object.values(steps).some(Boolean);
}

/** Nothing was found, and nobody chose that. An issue without the property is taken for one that has this. */
export const nothingFound: IssueValue = { chosen: 'auto' };

/** Whether two values say the same. Absent: nothing was found. */
export function sameValue(one: IssueValue = nothingFound, other: IssueValue = nothingFound): boolean {
  return (
    one.company?.id === other.company?.id &&
    one.company?.name === other.company?.name &&
    one.contact?.id === other.contact?.id &&
    one.chosen === other.chosen &&
    one.because === other.because
  );
}

/** The value alone, without what issue changes noted. */
export function valueIn({ company, contact, chosen, because }: IssueProperty): IssueValue {
  const value: IssueValue = { chosen };
  if (company !== undefined) value.company = company;
  if (contact !== undefined) value.contact = contact;
  if (because !== undefined) value.because = because;
  return value;
}
