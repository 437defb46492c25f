import { makeInvoke, NavigationTarget, router, view } from '@forge/bridge';
import type { AdminFunctions, ContactsFunctions, IssueFunctions } from '../contract';
import { valueOf } from './call-error';

const invokeAdmin = makeInvoke<AdminFunctions>();
const invokeContacts = makeInvoke<ContactsFunctions>();
const invokeIssue = makeInvoke<IssueFunctions>();

type Payload<F extends (payload: never) => unknown> = Parameters<F>[0];

/** The admin page's calls. Each rejects with a `CallError`. */
export const admin = {
  getSyncStatus: () => valueOf(invokeAdmin('getSyncStatus', {})),
  setSyncEnabled: (enabled: boolean) => valueOf(invokeAdmin('setSyncEnabled', { enabled })),
  syncNow: () => valueOf(invokeAdmin('syncNow', {})),
  listSkippedUsers: (payload: Payload<AdminFunctions['listSkippedUsers']>) =>
    valueOf(invokeAdmin('listSkippedUsers', payload)),
  getSettings: () => valueOf(invokeAdmin('getSettings', {})),
  updateSettings: (payload: Payload<AdminFunctions['updateSettings']>) =>
    valueOf(invokeAdmin('updateSettings', payload)),
};

/** The contacts page's calls. Each rejects with a `CallError`. */
export const contacts = {
  listContacts: (payload: Payload<ContactsFunctions['listContacts']>) =>
    valueOf(invokeContacts('listContacts', payload)),
  getContact: (id: string) => valueOf(invokeContacts('getContact', { id })),
  createContact: (payload: Payload<ContactsFunctions['createContact']>) =>
    valueOf(invokeContacts('createContact', payload)),
  updateContact: (payload: Payload<ContactsFunctions['updateContact']>) =>
    valueOf(invokeContacts('updateContact', payload)),
  deleteContact: (payload: Payload<ContactsFunctions['deleteContact']>) =>
    valueOf(invokeContacts('deleteContact', payload)),
  refreshContacts: (ids: string[]) => valueOf(invokeContacts('refreshContacts', { ids })),
  listCompanies: (payload: Payload<ContactsFunctions['listCompanies']>) =>
    valueOf(invokeContacts('listCompanies', payload)),
  getCompany: (id: string) => valueOf(invokeContacts('getCompany', { id })),
  createCompany: (payload: Payload<ContactsFunctions['createCompany']>) =>
    valueOf(invokeContacts('createCompany', payload)),
  updateCompany: (payload: Payload<ContactsFunctions['updateCompany']>) =>
    valueOf(invokeContacts('updateCompany', payload)),
  deleteCompany: (payload: Payload<ContactsFunctions['deleteCompany']>) =>
    valueOf(invokeContacts('deleteCompany', payload)),
};

/** The issue panel's calls. Each rejects with a `CallError`. */
export const issue = {
  getIssueContact: () => valueOf(invokeIssue('getIssueContact', {})),
  linkIssueContact: (contactId: string) => valueOf(invokeIssue('linkIssueContact', { contactId })),
  unlinkIssueContact: () => valueOf(invokeIssue('unlinkIssueContact', {})),
  listContacts: (payload: Payload<IssueFunctions['listContacts']>) => valueOf(invokeIssue('listContacts', payload)),
  createContact: (payload: Payload<IssueFunctions['createContact']>) => valueOf(invokeIssue('createContact', payload)),
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

export const enableTheme = () => view.theme.enable();
export const createHistory = () => view.createHistory();

/** Opens a person's Jira profile in a new tab. Rejects when the site or the person refuses. */
export const openProfile = (accountId: string) => router.open({ target: NavigationTarget.UserProfile, accountId });

/** Opens an absolute address in a new tab. Rejects when the site or the person refuses. */
export const openAddress = (url: string) => router.open(url);

/** Opens a contact on the contacts page, in a new tab. */
export const openContact = (id: string) =>
  router.open({
    target: NavigationTarget.Module,
    moduleKey: 'kith-contacts',
    path: `contacts/${encodeURIComponent(id)}`,
  });
