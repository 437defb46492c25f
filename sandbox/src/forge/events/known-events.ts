/**
 * The product and lifecycle events that the sandbox can deliver, each with the classic scope that it needs
 * (Forge: Jira events, Life cycle events). A manifest that asks for another is refused by name.
 */
export const knownEvents: ReadonlyMap<string, { scope?: string }> = new Map([
  ['avi:jira:created:user', { scope: 'read:jira-user' }],
  ['avi:jira:updated:user', { scope: 'read:jira-user' }],
  ['avi:jira:deleted:user', { scope: 'read:jira-user' }],
  ['avi:jira:created:issue', { scope: 'read:jira-work' }],
  ['avi:jira:updated:issue', { scope: 'read:jira-work' }],
  ['avi:jira:deleted:issue', { scope: 'read:jira-work' }],
  ['avi:forge:installed:app', {}],
  ['avi:forge:upgraded:app', {}],
]);
