import { CallError, failureOf } from '../bridge/call-error';
import type { contacts } from '../bridge/calls';
import type { Company, Failure } from '../contract';
import { type CompanyEdits, clashesOf, openParts } from './company-edits';

/** What became of a person's edits. */
export type SavedCompany =
  | { outcome: 'saved'; company: Company }
  /** Somebody else changed the same value; nothing was saved. */
  | { outcome: 'conflict'; theirs: Company }
  | { outcome: 'refused'; failure: Failure };

type CompanyCalls = Pick<typeof contacts, 'getCompany' | 'updateCompany'>;

const mostAttempts = 4;

/**
 * Saves edits that were made to `base`. What others changed meanwhile stays as it is, unless it is the same value: then
 * nothing is saved, and the answer is how the company is now. When the answer gets lost, the company is read to find out.
 */
export async function saveCompany(
  base: Company,
  edits: CompanyEdits,
  { getCompany, updateCompany }: CompanyCalls,
): Promise<SavedCompany> {
  let current = base;
  for (let attempt = 1; ; attempt += 1) {
    if (openParts(current, edits).length === 0) return { outcome: 'saved', company: current };
    try {
      return {
        outcome: 'saved',
        company: await updateCompany({ id: base.id, version: current.version, changes: edits }),
      };
    } catch (caught) {
      const failure = failureOf(caught);
      const mayBeStale = failure.code === 'conflict' && failure.domain === undefined;
      if (!mayBeStale && failure.code !== 'unavailable') return { outcome: 'refused', failure };
      const now = await read(() => getCompany(base.id));
      if (now === undefined) return { outcome: 'refused', failure };
      if (openParts(now, edits).length === 0) return { outcome: 'saved', company: now };
      if (now.version === current.version) return { outcome: 'refused', failure };
      if (clashesOf(base, now, edits).length > 0 || attempt === mostAttempts)
        return { outcome: 'conflict', theirs: now };
      current = now;
    }
  }
}

async function read(company: () => Promise<Company>): Promise<Company | undefined> {
  try {
    return await company();
  } catch (caught) {
    if (caught instanceof CallError) return undefined;
    throw caught;
  }
}
