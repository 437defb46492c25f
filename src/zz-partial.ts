export { adminResolver } from './entry/admin-resolver';
export { onIssueEvent } from './entry/on-issue-event';
export { onLifecycle } from './entry/on-lifecycle';
export { everyFiveMinutes } from './entry/on-schedule';
export { onSyncQueue } from './entry/on-sync-queue';
export { onUserEvent } from './entry/on-user-event';
