import type * as z from 'zod';
import type { Company, Contact, IssueContact } from './contact';
import type { Page, Result } from './result';
import type { adminSchemas, contactsSchemas, issueSchemas } from './schemas';
import type { Settings, SkippedUser, SyncStatus } from './sync';

type Payload<S extends z.ZodType> = z.input<S>;

/** The functions of the admin page (`jira:adminPage`). All need ADMINISTER. */
export type AdminFunctions = {
  getSyncStatus: (payload: Payload<typeof adminSchemas.getSyncStatus>) => Result<SyncStatus>;
  setSyncEnabled: (payload: Payload<typeof adminSchemas.setSyncEnabled>) => Result<SyncStatus>;
  syncNow: (payload: Payload<typeof adminSchemas.syncNow>) => Result<SyncStatus>;
  listSkippedUsers: (payload: Payload<typeof adminSchemas.listSkippedUsers>) => Result<Page<SkippedUser>>;
  getSettings: (payload: Payload<typeof adminSchemas.getSettings>) => Result<Settings>;
  updateSettings: (payload: Payload<typeof adminSchemas.updateSettings>) => Result<Settings>;
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
};

/**
 * The functions of the issue panel (`jira:issueContext`). The issue is the one in the resolver's context.
 * `findContactsForIssue` and `createContactForIssue` do what `listContacts` and `createContact` do on the contacts page.
 */
export type IssueFunctions = {
  getIssueContact: (payload: Payload<typeof issueSchemas.getIssueContact>) => Result<IssueContact>;
  linkIssueContact: (payload: Payload<typeof issueSchemas.linkIssueContact>) => Result<IssueContact>;
  unlinkIssueContact: (payload: Payload<typeof issueSchemas.unlinkIssueContact>) => Result<IssueContact>;
  findContactsForIssue: (payload: Payload<typeof issueSchemas.findContactsForIssue>) => Result<Page<Contact>>;
  createContactForIssue: (payload: Payload<typeof issueSchemas.createContactForIssue>) => Result<Contact>;
};
