import type * as z from 'zod/mini';
import { type Access, type Group, type Holders, rights } from '../contract/access';
import { failure, type Result } from '../contract/result';
import type { adminSchemas } from '../contract/schemas';
import { sameRecord } from '../domain/drafts';
import { findGroupsById } from '../jira/find-groups';
import { singleKeys } from '../store/records';
import { commitDecision, type Decided } from './commit-decision';
import { accessOf, readAccess } from './get-access';

export type AccessUpdate = z.output<typeof adminSchemas.updateAccess>;

const accessChanged = failure('conflict', 'Somebody else changed access meanwhile. Look again.');

/**
 * Decides who may do what. Groups that were not chosen before have to exist, and are kept by the names that Jira gives.
 *
 * @throws StorageThrottled, StorageUnavailable, and what Jira raises when it is asked for groups
 */
export async function updateAccess(update: AccessUpdate): Promise<Result<Access>> {
  return commitDecision(() => decide(update));
}

async function decide({ version, holders }: AccessUpdate): Promise<Decided<Access>> {
  const known = await readAccess();
  const before = accessOf(known);
  const groups = await knownGroups(before.holders, holders);
  for (const right of rights) {
    const holder = holders[right];
    const stranger = holder.everyone ? -1 : holder.groups.findIndex(({ id }) => !groups.has(id));
    const field = `holders.${right}.groups.${stranger}.id`;
    if (stranger !== -1) return failure('invalid', `${field}: there is no such group in Jira`, field);
  }
  if (before.version !== version) return accessChanged;
  const value = Object.fromEntries(rights.map((right) => [right, named(holders[right], groups)])) as Access['holders'];
  if (sameRecord(value, before.holders)) return { writes: [], value: before };
  const record = { version: version + 1, value, updatedAt: new Date().toISOString() };
  return {
    writes: [{ kind: 'access', key: singleKeys.access, rev: known.rev, record }],
    value: { version: record.version, holders: value },
  };
}

/** The groups that were chosen before, and those of the others that Jira knows, by id. */
async function knownGroups(before: Access['holders'], after: Access['holders']): Promise<Map<string, Group>> {
  const known = new Map(groupsOf(before).map((group) => [group.id, group]));
  const fresh = [...new Set(groupsOf(after).map(({ id }) => id))].filter((id) => !known.has(id));
  for (const group of await findGroupsById(fresh)) known.set(group.id, group);
  return known;
}

function groupsOf(holders: Access['holders']): Group[] {
  return Object.values(holders).flatMap((holder) => (holder.everyone ? [] : holder.groups));
}

function named(holder: Holders, groups: ReadonlyMap<string, Group>): Holders {
  if (holder.everyone) return { everyone: true };
  const ids = [...new Set(holder.groups.map(({ id }) => id))];
  return { everyone: false, groups: ids.map((id) => groups.get(id)).filter((group) => group !== undefined) };
}
