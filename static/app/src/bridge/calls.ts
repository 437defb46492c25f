import { events, i18n, makeInvoke, NavigationTarget, router, view } from '@forge/bridge';
import type { AdminFunctions, ContactsFunctions, IssueFunctions, TemplateOf } from '../contract';
import { answerOf } from './call-error';

const invokeAdmin = makeInvoke<AdminFunctions>();
const invokeContacts = makeInvoke<ContactsFunctions>();
const invokeIssue = makeInvoke<IssueFunctions>();

type Payload<F extends (payload: never) => unknown> = Parameters<F>[0];

/** The admin page's calls. Each rejects with a `CallError`. */
export const admin = {
  getSyncStatus: () => answerOf(invokeAdmin('getSyncStatus', {})),
  setSyncEnabled: (enabled: boolean) => answerOf(invokeAdmin('setSyncEnabled', { enabled })),
  syncNow: () => answerOf(invokeAdmin('syncNow', {})),
  listSkippedUsers: (payload: Payload<AdminFunctions['listSkippedUsers']>) =>
    answerOf(invokeAdmin('listSkippedUsers', payload)),
  getSettings: () => answerOf(invokeAdmin('getSettings', {})),
  updateSettings: (payload: Payload<AdminFunctions['updateSettings']>) =>
    answerOf(invokeAdmin('updateSettings', payload)),
  getAccess: () => answerOf(invokeAdmin('getAccess', {})),
  updateAccess: (payload: Payload<AdminFunctions['updateAccess']>) => answerOf(invokeAdmin('updateAccess', payload)),
  findGroups: (search: string) => answerOf(invokeAdmin('findGroups', search === '' ? {} : { search })),
  getTemplate: (of: TemplateOf) => answerOf(invokeAdmin('getTemplate', { of })),
  updateTemplate: (payload: Payload<AdminFunctions['updateTemplate']>) =>
    answerOf(invokeAdmin('updateTemplate', payload)),
  emptyRemovedField: (payload: Payload<AdminFunctions['emptyRemovedField']>) =>
    answerOf(invokeAdmin('emptyRemovedField', payload)),
  companyChanges: {
    get: () => answerOf(invokeAdmin('getCompanyChanges', {})),
    preview: () => answerOf(invokeAdmin('previewCompanyChanges', {})),
    apply: (id: string) => answerOf(invokeAdmin('applyCompanyChanges', { id })),
    undo: (id: string) => answerOf(invokeAdmin('undoCompanyChanges', { id })),
    discard: (id: string) => answerOf(invokeAdmin('discardCompanyChanges', { id })),
  },
  getIssueSettings: () => answerOf(invokeAdmin('getIssueSettings', {})),
  updateIssueSettings: (payload: Payload<AdminFunctions['updateIssueSettings']>) =>
    answerOf(invokeAdmin('updateIssueSettings', payload)),
  findProjects: (search: string) => answerOf(invokeAdmin('findProjects', search === '' ? {} : { search })),
  issueChanges: {
    get: () => answerOf(invokeAdmin('getIssueChanges', {})),
    preview: () => answerOf(invokeAdmin('previewIssueChanges', {})),
    apply: (id: string) => answerOf(invokeAdmin('applyIssueChanges', { id })),
    undo: (id: string) => answerOf(invokeAdmin('undoIssueChanges', { id })),
    discard: (id: string) => answerOf(invokeAdmin('discardIssueChanges', { id })),
  },
};

/** The contacts page's calls. Each rejects with a `CallError`. */
export const contacts = {
  listContacts: (payload: Payload<ContactsFunctions['listContacts']>) =>
    answerOf(invokeContacts('listContacts', payload)),
  getContact: (id: string) => answerOf(invokeContacts('getContact', { id })),
  createContact: (payload: Payload<ContactsFunctions['createContact']>) =>
    answerOf(invokeContacts('createContact', payload)),
  updateContact: (payload: Payload<ContactsFunctions['updateContact']>) =>
    answerOf(invokeContacts('updateContact', payload)),
  deleteContact: (payload: Payload<ContactsFunctions['deleteContact']>) =>
    answerOf(invokeContacts('deleteContact', payload)),
  refreshContacts: (ids: string[]) => answerOf(invokeContacts('refreshContacts', { ids })),
  listCompanies: (payload: Payload<ContactsFunctions['listCompanies']>) =>
    answerOf(invokeContacts('listCompanies', payload)),
  getCompany: (id: string) => answerOf(invokeContacts('getCompany', { id })),
  createCompany: (payload: Payload<ContactsFunctions['createCompany']>) =>
    answerOf(invokeContacts('createCompany', payload)),
  updateCompany: (payload: Payload<ContactsFunctions['updateCompany']>) =>
    answerOf(invokeContacts('updateCompany', payload)),
  deleteCompany: (payload: Payload<ContactsFunctions['deleteCompany']>) =>
    answerOf(invokeContacts('deleteCompany', payload)),
  getMyRights: () => answerOf(invokeContacts('getMyRights', {})),
  getTemplate: (of: TemplateOf) => answerOf(invokeContacts('getTemplate', { of })),
  updateTemplate: (payload: Payload<ContactsFunctions['updateTemplate']>) =>
    answerOf(invokeContacts('updateTemplate', payload)),
  emptyRemovedField: (payload: Payload<ContactsFunctions['emptyRemovedField']>) =>
    answerOf(invokeContacts('emptyRemovedField', payload)),
  setCompanyOfContacts: (payload: Payload<ContactsFunctions['setCompanyOfContacts']>) =>
    answerOf(invokeContacts('setCompanyOfContacts', payload)),
  deleteContacts: (payload: Payload<ContactsFunctions['deleteContacts']>) =>
    answerOf(invokeContacts('deleteContacts', payload)),
  companyChangesOf: (companyId: string) => ({
    get: () => answerOf(invokeContacts('getCompanyChanges', { companyId })),
    preview: () => answerOf(invokeContacts('previewCompanyChanges', { companyId })),
    apply: (id: string) => answerOf(invokeContacts('applyCompanyChanges', { id })),
    undo: (id: string) => answerOf(invokeContacts('undoCompanyChanges', { id })),
    discard: (id: string) => answerOf(invokeContacts('discardCompanyChanges', { id })),
  }),
  listIssuesOfContact: (payload: Payload<ContactsFunctions['listIssuesOfContact']>) =>
    answerOf(invokeContacts('listIssuesOfContact', payload)),
  listIssuesOfCompany: (payload: Payload<ContactsFunctions['listIssuesOfCompany']>) =>
    answerOf(invokeContacts('listIssuesOfCompany', payload)),
  issueChangesOf: (scope: Payload<ContactsFunctions['getIssueChanges']>) => ({
    get: () => answerOf(invokeContacts('getIssueChanges', scope)),
    preview: () => answerOf(invokeContacts('previewIssueChanges', scope)),
    apply: (id: string) => answerOf(invokeContacts('applyIssueChanges', { id })),
    undo: (id: string) => answerOf(invokeContacts('undoIssueChanges', { id })),
    discard: (id: string) => answerOf(invokeContacts('discardIssueChanges', { id })),
  }),
  listOrganizations: (cursor: string | undefined) =>
    answerOf(invokeContacts('listOrganizations', cursor === undefined ? {} : { cursor })),
  tieOrganization: (id: string, companyId: string | null) =>
    answerOf(invokeContacts('tieOrganization', { id, companyId })),
};

/** The issue panel's calls. Each rejects with a `CallError`. */
export const issue = {
  getIssueContact: () => answerOf(invokeIssue('getIssueContact', {})),
  linkIssueContact: (contactId: string) => answerOf(invokeIssue('linkIssueContact', { contactId })),
  unlinkIssueContact: () => answerOf(invokeIssue('unlinkIssueContact', {})),
  findContactsForIssue: (payload: Payload<IssueFunctions['findContactsForIssue']>) =>
    answerOf(invokeIssue('findContactsForIssue', payload)),
  createContactForIssue: (payload: Payload<IssueFunctions['createContactForIssue']>) =>
    answerOf(invokeIssue('createContactForIssue', payload)),
  findCompaniesForIssue: (payload: Payload<IssueFunctions['findCompaniesForIssue']>) =>
    answerOf(invokeIssue('findCompaniesForIssue', payload)),
  setIssueCompany: (companyId: string | null) => answerOf(invokeIssue('setIssueCompany', { companyId })),
  unsetIssueCompany: () => answerOf(invokeIssue('unsetIssueCompany', {})),
  listParticipants: () => answerOf(invokeIssue('listParticipants', {})),
  listIssuesOfIssueContact: () => answerOf(invokeIssue('listIssuesOfIssueContact', {})),
};

/** Where and for whom a page is shown. */
export interface PageContext {
  moduleKey: string;
  extensionType?: string;
  locale: string;
  timeZone: string;
}

export async function pageContext(): Promise<PageContext> {
  const context = await view.getContext();
  const extensionType: unknown = context.extension?.type;
  return {
    moduleKey: context.moduleKey,
    locale: context.locale,
    timeZone: context.timezone,
    ...(typeof extensionType === 'string' ? { extensionType } : {}),
  };
}

/** The texts in the person's language, or in the fallback that the manifest names. Rejects when they cannot be read. */
export const translations = () => i18n.getTranslations();

export const enableTheme = () => view.theme.enable();
export const createHistory = () => view.createHistory();

/** Reloads the page around the app. Rejects when the site refuses. */
export const reloadSite = () => router.reload();

/** Opens a person's Jira profile in a new tab. Rejects when the site or the person refuses. */
export const openProfile = (accountId: string) => router.open({ target: NavigationTarget.UserProfile, accountId });

/** Opens an absolute address in a new tab. Rejects when the site or the person refuses. */
export const openAddress = (url: string) => router.open(url);

/** Opens an issue in a new tab. Rejects when the site or the person refuses. */
export const openIssue = (issueKey: string) => router.open({ target: NavigationTarget.Issue, issueKey });

/** Opens Jira's search with a query (JQL) in a new tab. Rejects when the site or the person refuses. */
export const openSearch = (jql: string) => router.open(`/issues/?jql=${encodeURIComponent(jql)}`);

/** Opens a contact on the contacts page, in a new tab. */
export const openContact = (id: string) => openOnContactsPage(`contacts/${encodeURIComponent(id)}`);

/** Opens a company on the contacts page, in a new tab. */
export const openCompany = (id: string) => openOnContactsPage(`companies/${encodeURIComponent(id)}`);

const openOnContactsPage = (path: string) =>
  router.open({ target: NavigationTarget.Module, moduleKey: 'kith-contacts', path });

/**
 * Tells whenever the issue that the panel is on changes, until the function that it resolves to is called.
 * Source: Forge, `jira:issueContext`, "Events".
 */
export async function onIssueChange(listener: () => void): Promise<() => void> {
  const subscription = await events.on('JIRA_ISSUE_CHANGED', listener);
  return () => subscription.unsubscribe();
}
