import type * as z from 'zod/mini';
import type { Access, Group, MyRights } from './access';
import type { BulkOutcome, CompanyChanges } from './company-changes';
import type { Company, Contact, IssueContact } from './contact';
import type { IssueChanges, IssueList, IssueSettings, Organization, Participant, Project } from './issue';
import type { Page, Result } from './result';
import type { adminSchemas, contactsSchemas, issueSchemas } from './schemas';
import type { Settings, SkippedUser, SyncStatus } from './sync';
import type { Template } from './template';

/** A function for each schema: it takes what the schema takes, and answers with what stands in `Answers` under its name. */
type FunctionsOf<Schemas extends Record<string, z.ZodMiniType>, Answers extends Record<keyof Schemas, unknown>> = {
  [Name in keyof Schemas]: (payload: z.input<Schemas[Name]>) => Result<Answers[Name]>;
};

type Nothing = Record<string, never>;

interface TemplateAnswers {
  getTemplate: Template;
  updateTemplate: Template;
  emptyRemovedField: Template;
}

interface ChangesAnswers {
  getCompanyChanges: { changes?: CompanyChanges };
  previewCompanyChanges: CompanyChanges;
  applyCompanyChanges: CompanyChanges;
  undoCompanyChanges: CompanyChanges;
  discardCompanyChanges: CompanyChanges;
  getIssueChanges: { changes?: IssueChanges };
  previewIssueChanges: IssueChanges;
  applyIssueChanges: IssueChanges;
  undoIssueChanges: IssueChanges;
  discardIssueChanges: IssueChanges;
}

interface AdminAnswers extends TemplateAnswers, ChangesAnswers {
  getSyncStatus: SyncStatus;
  setSyncEnabled: SyncStatus;
  syncNow: SyncStatus;
  listSkippedUsers: Page<SkippedUser>;
  getSettings: Settings;
  updateSettings: Settings;
  getAccess: Access;
  updateAccess: Access;
  findGroups: { items: Group[] };
  getIssueSettings: IssueSettings;
  updateIssueSettings: IssueSettings;
  findProjects: { items: Project[] };
}

interface ContactsAnswers extends TemplateAnswers, ChangesAnswers {
  listContacts: Page<Contact>;
  getContact: Contact;
  createContact: Contact;
  updateContact: Contact;
  deleteContact: Nothing;
  refreshContacts: { items: Contact[] };
  listCompanies: Page<Company>;
  getCompany: Company;
  createCompany: Company;
  updateCompany: Company;
  deleteCompany: Nothing;
  getMyRights: MyRights;
  setCompanyOfContacts: BulkOutcome;
  deleteContacts: BulkOutcome;
  listIssuesOfContact: IssueList;
  listIssuesOfCompany: IssueList;
  listOrganizations: Page<Organization>;
  tieOrganization: Organization;
}

interface IssueAnswers {
  getIssueContact: IssueContact;
  linkIssueContact: IssueContact;
  unlinkIssueContact: IssueContact;
  findContactsForIssue: Page<Contact>;
  createContactForIssue: Contact;
  findCompaniesForIssue: Page<Company>;
  setIssueCompany: IssueContact;
  unsetIssueCompany: IssueContact;
  listParticipants: { items: Participant[] };
  listIssuesOfIssueContact: IssueList;
}

/** The functions of the admin page (`jira:adminPage`). All need ADMINISTER. */
export type AdminFunctions = FunctionsOf<typeof adminSchemas, AdminAnswers>;

/** The functions of the contacts page (`jira:globalPage`). All need a licensed Jira user. */
export type ContactsFunctions = FunctionsOf<typeof contactsSchemas, ContactsAnswers>;

/**
 * The functions of the issue panel (`jira:issueContext`). The issue is the one in the resolver's context.
 * `findContactsForIssue`, `createContactForIssue` and `findCompaniesForIssue` do what `listContacts`, `createContact` and
 * `listCompanies` do on the contacts page.
 */
export type IssueFunctions = FunctionsOf<typeof issueSchemas, IssueAnswers>;
