import { randomUUID } from 'node:crypto';
import { kvs } from '@forge/kvs';
import { type AbsenceRule, type Conditioned, unchanged } from './absence';
import { storageFault } from './storage-errors';

/** A property of the platform, not of a customer, so a process may keep it from one site to the next. */
let rule: AbsenceRule = 'not-exists';

const entityName = 'sync-state';

export function absenceRule(): AbsenceRule {
  return rule;
}

/**
 * Tries on a throw-away key whether `NOT_EXISTS` holds for an absent key, and from then on demands absence in the way
 * that works. An error that says neither leaves everything as it was.
 */
export async function probeAbsence(): Promise<AbsenceRule> {
  const key = `probe:${randomUUID()}`;
  try {
    await kvs
      .transact()
      .set<Conditioned>(key, { rev: 1 }, { entityName, conditions: unchanged(0, 'not-exists') })
      .execute();
    rule = 'not-exists';
  } catch (error) {
    if (storageFault(error) === 'refused') rule = 'shells';
    return rule;
  }
  await removeProbe(key);
  return rule;
}

/** A probe that stays behind does no harm: nobody reads its key. */
async function removeProbe(key: string): Promise<void> {
  try {
    await kvs.entity(entityName).delete(key);
  } catch (error) {
    console.warn(`A probe of the storage was not removed: ${storageFault(error)}.`);
  }
}
