export { adminResolver } from './entry/admin-resolver';
export { contactsResolver } from './entry/contacts-resolver';
export { issueResolver } from './entry/issue-resolver';
export { onIssueEvent } from './entry/on-issue-event';
export { onLifecycle } from './entry/on-lifecycle';
export { everyFiveMinutes } from './entry/on-schedule';
export { onSyncQueue } from './entry/on-sync-queue';
export { onUserEvent } from './entry/on-user-event';
