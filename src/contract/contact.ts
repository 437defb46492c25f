import type { AccountType } from '../domain/account';
import type { FieldValue } from '../domain/contact';
import type { TemplateField } from './template';

export type { AccountType, FieldValue };

/** The "Synced contact" section: what Jira says about one account of the person. Always equals the account. */
export interface JiraUser {
  accountId: string;
  accountType: AccountType;
  name: string;
  email?: string;
  active: boolean;
  /** Absolute. For portal customers: the search for their requests. */
  profileUrl: string;
  avatarUrl?: string;
  /** ISO 8601 UTC. The last look that a person asked for, or the last change. */
  retrievedAt: string;
  /** ISO 8601 UTC. Since when the account belongs to the contact. */
  linkedAt: string;
}

export interface Contact {
  id: string;
  /** Grows by one with each change of the contact's own name, email, companyId, fields or set of accounts. */
  version: number;
  name: string;
  email?: string;
  companyId?: string;
  companyName?: string;
  synced: boolean;
  /** The primary account; present if and only if `synced`. */
  jiraUser?: JiraUser;
  /** Further accounts of the same person, if any. */
  otherJiraUsers?: JiraUser[];
  /** True while name and email follow the Jira user and cannot be changed here (`editPolicy: locked`); absent otherwise. */
  locked?: boolean;
  fields: Record<string, FieldValue>;
  /** The name and email that a person had written before sync replaced them. */
  nameBeforeSync?: string;
  emailBeforeSync?: string;
  createdAt: string;
  updatedAt: string;
}

export interface Company {
  id: string;
  version: number;
  name: string;
  domains: string[];
  fields: Record<string, FieldValue>;
  contactCount?: number;
  createdAt: string;
  updatedAt: string;
}

export interface IssueContact {
  issueKey: string;
  /** `email`: as far as Jira shows it to the caller. */
  reporter?: { accountId: string; name: string; email?: string };
  contact?: Contact;
  company?: Company;
  chosen: 'reporter' | 'manual' | 'none';
  /** Why this contact: the reporter's account is linked to it, or it has the reporter's email, or a person chose it. */
  contactBecause?: 'account' | 'email' | 'manual';
  /** Why this company: it is the contact's, or that of the email's domain, or a person chose it. `none`: chosen to be none. */
  companyBecause?: 'contact' | 'domain' | 'manual' | 'none';
  /** The fields of contacts that the admin chose for the panel, in the order of the template. */
  panelFields?: TemplateField[];
  /** Whether the caller may choose and create. */
  mayEdit?: boolean;
}
