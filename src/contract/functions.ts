import type * as z from 'zod';
import type { Access, Group, MyRights } from './access';
import type { BulkOutcome, CompanyChanges } from './company-changes';
import type { Company, Contact, IssueContact } from './contact';
import type { IssueChanges, IssueList, IssueSettings, Organization, Participant, Project } from './issue';
import type { Page, Result } from './result';
import type { adminSchemas, contactsSchemas, issueSchemas } from './schemas';
import type { Settings, SkippedUser, SyncStatus } from './sync';
import type { Template } from './template';

type Payload<S extends z.ZodType> = z.input<S>;

/** The functions of the admin page (`jira:adminPage`). All need ADMINISTER. */
export type AdminFunctions = {
  getSyncStatus: (payload: Payload<typeof adminSchemas.getSyncStatus>) => Result<SyncStatus>;
  setSyncEnabled: (payload: Payload<typeof adminSchemas.setSyncEnabled>) => Result<SyncStatus>;
  syncNow: (payload: Payload<typeof adminSchemas.syncNow>) => Result<SyncStatus>;
  listSkippedUsers: (payload: Payload<typeof adminSchemas.listSkippedUsers>) => Result<Page<SkippedUser>>;
  getSettings: (payload: Payload<typeof adminSchemas.getSettings>) => Result<Settings>;
  updateSettings: (payload: Payload<typeof adminSchemas.updateSettings>) => Result<Settings>;
  getAccess: (payload: Payload<typeof adminSchemas.getAccess>) => Result<Access>;
  updateAccess: (payload: Payload<typeof adminSchemas.updateAccess>) => Result<Access>;
  findGroups: (payload: Payload<typeof adminSchemas.findGroups>) => Result<{ items: Group[] }>;
  getTemplate: (payload: Payload<typeof adminSchemas.getTemplate>) => Result<Template>;
  updateTemplate: (payload: Payload<typeof adminSchemas.updateTemplate>) => Result<Template>;
  emptyRemovedField: (payload: Payload<typeof adminSchemas.emptyRemovedField>) => Result<Template>;
  getCompanyChanges: (payload: Payload<typeof adminSchemas.getCompanyChanges>) => Result<{ changes?: CompanyChanges }>;
  previewCompanyChanges: (payload: Payload<typeof adminSchemas.previewCompanyChanges>) => Result<CompanyChanges>;
  applyCompanyChanges: (payload: Payload<typeof adminSchemas.applyCompanyChanges>) => Result<CompanyChanges>;
  undoCompanyChanges: (payload: Payload<typeof adminSchemas.undoCompanyChanges>) => Result<CompanyChanges>;
  discardCompanyChanges: (payload: Payload<typeof adminSchemas.discardCompanyChanges>) => Result<CompanyChanges>;
  getIssueSettings: (payload: Payload<typeof adminSchemas.getIssueSettings>) => Result<IssueSettings>;
  updateIssueSettings: (payload: Payload<typeof adminSchemas.updateIssueSettings>) => Result<IssueSettings>;
  findProjects: (payload: Payload<typeof adminSchemas.findProjects>) => Result<{ items: Project[] }>;
  getIssueChanges: (payload: Payload<typeof adminSchemas.getIssueChanges>) => Result<{ changes?: IssueChanges }>;
  previewIssueChanges: (payload: Payload<typeof adminSchemas.previewIssueChanges>) => Result<IssueChanges>;
  applyIssueChanges: (payload: Payload<typeof adminSchemas.applyIssueChanges>) => Result<IssueChanges>;
  undoIssueChanges: (payload: Payload<typeof adminSchemas.undoIssueChanges>) => Result<IssueChanges>;
  discardIssueChanges: (payload: Payload<typeof adminSchemas.discardIssueChanges>) => Result<IssueChanges>;
};

/** The functions of the contacts page (`jira:globalPage`). All need a licensed Jira user. */
export type ContactsFunctions = {
  listContacts: (payload: Payload<typeof contactsSchemas.listContacts>) => Result<Page<Contact>>;
  getContact: (payload: Payload<typeof contactsSchemas.getContact>) => Result<Contact>;
  createContact: (payload: Payload<typeof contactsSchemas.createContact>) => Result<Contact>;
  updateContact: (payload: Payload<typeof contactsSchemas.updateContact>) => Result<Contact>;
  deleteContact: (payload: Payload<typeof contactsSchemas.deleteContact>) => Result<Record<string, never>>;
  refreshContacts: (payload: Payload<typeof contactsSchemas.refreshContacts>) => Result<{ items: Contact[] }>;
  listCompanies: (payload: Payload<typeof contactsSchemas.listCompanies>) => Result<Page<Company>>;
  getCompany: (payload: Payload<typeof contactsSchemas.getCompany>) => Result<Company>;
  createCompany: (payload: Payload<typeof contactsSchemas.createCompany>) => Result<Company>;
  updateCompany: (payload: Payload<typeof contactsSchemas.updateCompany>) => Result<Company>;
  deleteCompany: (payload: Payload<typeof contactsSchemas.deleteCompany>) => Result<Record<string, never>>;
  getMyRights: (payload: Payload<typeof contactsSchemas.getMyRights>) => Result<MyRights>;
  getTemplate: (payload: Payload<typeof contactsSchemas.getTemplate>) => Result<Template>;
  updateTemplate: (payload: Payload<typeof contactsSchemas.updateTemplate>) => Result<Template>;
  emptyRemovedField: (payload: Payload<typeof contactsSchemas.emptyRemovedField>) => Result<Template>;
  setCompanyOfContacts: (payload: Payload<typeof contactsSchemas.setCompanyOfContacts>) => Result<BulkOutcome>;
  deleteContacts: (payload: Payload<typeof contactsSchemas.deleteContacts>) => Result<BulkOutcome>;
  getCompanyChanges: (
    payload: Payload<typeof contactsSchemas.getCompanyChanges>,
  ) => Result<{ changes?: CompanyChanges }>;
  previewCompanyChanges: (payload: Payload<typeof contactsSchemas.previewCompanyChanges>) => Result<CompanyChanges>;
  applyCompanyChanges: (payload: Payload<typeof contactsSchemas.applyCompanyChanges>) => Result<CompanyChanges>;
  undoCompanyChanges: (payload: Payload<typeof contactsSchemas.undoCompanyChanges>) => Result<CompanyChanges>;
  discardCompanyChanges: (payload: Payload<typeof contactsSchemas.discardCompanyChanges>) => Result<CompanyChanges>;
  listIssuesOfContact: (payload: Payload<typeof contactsSchemas.listIssuesOfContact>) => Result<IssueList>;
  listIssuesOfCompany: (payload: Payload<typeof contactsSchemas.listIssuesOfCompany>) => Result<IssueList>;
  getIssueChanges: (payload: Payload<typeof contactsSchemas.getIssueChanges>) => Result<{ changes?: IssueChanges }>;
  previewIssueChanges: (payload: Payload<typeof contactsSchemas.previewIssueChanges>) => Result<IssueChanges>;
  applyIssueChanges: (payload: Payload<typeof contactsSchemas.applyIssueChanges>) => Result<IssueChanges>;
  undoIssueChanges: (payload: Payload<typeof contactsSchemas.undoIssueChanges>) => Result<IssueChanges>;
  discardIssueChanges: (payload: Payload<typeof contactsSchemas.discardIssueChanges>) => Result<IssueChanges>;
  listOrganizations: (payload: Payload<typeof contactsSchemas.listOrganizations>) => Result<Page<Organization>>;
  tieOrganization: (payload: Payload<typeof contactsSchemas.tieOrganization>) => Result<Organization>;
};

/**
 * The functions of the issue panel (`jira:issueContext`). The issue is the one in the resolver's context.
 * `findContactsForIssue`, `createContactForIssue` and `findCompaniesForIssue` do what `listContacts`, `createContact` and
 * `listCompanies` do on the contacts page.
 */
export type IssueFunctions = {
  getIssueContact: (payload: Payload<typeof issueSchemas.getIssueContact>) => Result<IssueContact>;
  linkIssueContact: (payload: Payload<typeof issueSchemas.linkIssueContact>) => Result<IssueContact>;
  unlinkIssueContact: (payload: Payload<typeof issueSchemas.unlinkIssueContact>) => Result<IssueContact>;
  findContactsForIssue: (payload: Payload<typeof issueSchemas.findContactsForIssue>) => Result<Page<Contact>>;
  createContactForIssue: (payload: Payload<typeof issueSchemas.createContactForIssue>) => Result<Contact>;
  findCompaniesForIssue: (payload: Payload<typeof issueSchemas.findCompaniesForIssue>) => Result<Page<Company>>;
  setIssueCompany: (payload: Payload<typeof issueSchemas.setIssueCompany>) => Result<IssueContact>;
  unsetIssueCompany: (payload: Payload<typeof issueSchemas.unsetIssueCompany>) => Result<IssueContact>;
  listParticipants: (payload: Payload<typeof issueSchemas.listParticipants>) => Result<{ items: Participant[] }>;
  listIssuesOfIssueContact: (payload: Payload<typeof issueSchemas.listIssuesOfIssueContact>) => Result<IssueList>;
};
