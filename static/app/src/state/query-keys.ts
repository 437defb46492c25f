import type { TemplateOf } from '../contract';

/** Whose issues are meant: a contact's, or a company's. */
export type IssuesOf = { contactId: string } | { companyId: string };

/** The one place where cached answers get their names. */
export const queryKeys = {
  status: ['sync-status'] as const,
  settings: ['settings'] as const,
  skipped: ['skipped-users'] as const,
  skippedPage: (cursor: string | undefined) => ['skipped-users', cursor ?? ''] as const,
  contacts: ['contacts'] as const,
  contactsPage: (
    filter: { search: string; kind: string; companyId?: string; order?: string },
    cursor: string | undefined,
  ) => ['contacts', filter, cursor ?? ''] as const,
  contact: (id: string) => ['contact', id] as const,
  anyContact: ['contact'] as const,
  companies: ['companies'] as const,
  companiesPage: (search: string, cursor: string | undefined) => ['companies', search, cursor ?? ''] as const,
  company: (id: string) => ['company', id] as const,
  anyCompany: ['company'] as const,
  rights: ['rights'] as const,
  access: ['access'] as const,
  template: (of: TemplateOf) => ['template', of] as const,
  /** `companyId`: those of a company; without one, those of all. */
  companyChanges: (companyId?: string) => ['company-changes', companyId ?? ''] as const,
  /** `of`: whose issues; `which` of them. */
  issuesOf: (of: IssuesOf, which: 'open' | 'all') => ['issues-of', of, which] as const,
  anyIssues: ['issues-of'] as const,
  issueSettings: ['issue-settings'] as const,
  /** Of a contact or of a company; of neither: of the site. */
  issueChanges: (of?: IssuesOf) => ['issue-changes', of ?? ''] as const,
  organizationsPage: (cursor: string | undefined) => ['organizations', cursor ?? ''] as const,
  issueContact: ['issue-contact'] as const,
  issueSearch: (search: string) => ['issue-search', search] as const,
  issueCompanySearch: (search: string) => ['issue-company-search', search] as const,
  participants: ['participants'] as const,
  anyOtherIssues: ['other-issues'] as const,
  /** `of`: the contact whose issues they are; without one, those of the reporter. */
  otherIssues: (of: string) => ['other-issues', of] as const,
};
