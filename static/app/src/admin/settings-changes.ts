import type { Settings } from '../contract';

/** The settings that differ, ready to be sent; an empty object when nothing does. */
export function changesOf(saved: Settings, draft: Settings): Partial<Settings> {
  const changes: Partial<Settings> = {};
  const { atlassian, customer } = draft.accountTypes;
  if (atlassian !== saved.accountTypes.atlassian || customer !== saved.accountTypes.customer) {
    changes.accountTypes = { atlassian, customer };
  }
  if (draft.includeInactive !== saved.includeInactive) changes.includeInactive = draft.includeInactive;
  if (draft.hiddenEmails !== saved.hiddenEmails) changes.hiddenEmails = draft.hiddenEmails;
  if (draft.usersWithoutEmail !== saved.usersWithoutEmail) changes.usersWithoutEmail = draft.usersWithoutEmail;
  if (!sameSet(draft.excludedDomains, saved.excludedDomains)) changes.excludedDomains = [...draft.excludedDomains];
  if (draft.editPolicy !== saved.editPolicy) changes.editPolicy = draft.editPolicy;
  if (draft.companyFromDomain !== saved.companyFromDomain) changes.companyFromDomain = draft.companyFromDomain;
  return changes;
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
