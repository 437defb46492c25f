import type { ChangesCounts, CompanyChangesWork } from '../../store/company-changes';
import { type Condition, mostOperations, type Write } from '../../store/transaction';
import type { JobProgress } from '../jobs/job-progress';
import type { Judge, Verdict } from './judge-contacts';

type Progress = JobProgress<'company-changes'>;

/** Contacts that were passed, in the order of their ids, and what becomes of those that are to change. */
interface Batch {
  passed: string[];
  verdicts: Map<string, Verdict>;
}

const mostAttempts = 5;

/** A transaction also saves how far the job has come. */
const mostWithJob = mostOperations - 1;

/**
 * Changes contacts as `judge` decides, in as few transactions as they fit in, each of which also counts them. What loses a
 * race is decided again, one by one.
 *
 * @throws JobLost, StorageThrottled, StorageUnavailable
 */
export async function changeContacts(
  progress: Progress,
  contactIds: readonly string[],
  judge: Judge,
  countAs: 'applied' | 'undone',
): Promise<void> {
  for (const batch of batchesOf(contactIds, await judge(contactIds))) {
    if ((await saveBatch(progress, batch, countAs)) === 'conflict') await oneByOne(progress, batch, judge, countAs);
  }
}

function batchesOf(contactIds: readonly string[], verdicts: ReadonlyMap<string, Verdict>): Batch[] {
  const batches: Batch[] = [];
  let batch: Batch = { passed: [], verdicts: new Map() };
  for (const id of contactIds) {
    const verdict = verdicts.get(id);
    if (verdict !== undefined) {
      const wider = { ...batch, verdicts: new Map(batch.verdicts).set(id, verdict) };
      if (operationsOf(wider) > mostWithJob) {
        batches.push(batch);
        batch = { passed: [], verdicts: new Map() };
      }
      batch.verdicts.set(id, verdict);
    }
    batch.passed.push(id);
  }
  return [...batches, batch];
}

function saveBatch(progress: Progress, batch: Batch, countAs: 'applied' | 'undone'): Promise<'saved' | 'conflict'> {
  const { writes, conditions } = contentsOf(batch);
  const leftAlone = batch.verdicts.size - writes.length;
  const counts = { seen: batch.passed.length, [countAs]: writes.length, leftAlone };
  return progress.save(advanced(progress.work, batch.passed.at(-1), counts), writes, conditions);
}

async function oneByOne(progress: Progress, batch: Batch, judge: Judge, countAs: 'applied' | 'undone'): Promise<void> {
  let passed: string[] = [];
  for (const id of batch.passed) {
    passed.push(id);
    if (!batch.verdicts.has(id)) continue;
    await changeOne(progress, passed, id, judge, countAs);
    passed = [];
  }
  if (passed.length > 0) await saveBatch(progress, { passed, verdicts: new Map() }, countAs);
}

/** A contact that others keep changing is left alone. */
async function changeOne(
  progress: Progress,
  passed: string[],
  id: string,
  judge: Judge,
  countAs: 'applied' | 'undone',
): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const verdicts = await judge([id]);
    if ((await saveBatch(progress, { passed, verdicts }, countAs)) === 'saved') return;
  }
  await saveBatch(progress, { passed, verdicts: new Map([[id, { kind: 'left-alone' }]]) }, countAs);
}

function contentsOf({ verdicts }: Batch): { writes: Write[]; conditions: Condition[] } {
  const writes: Write[] = [];
  const conditions = new Map<string, Condition>();
  for (const verdict of verdicts.values()) {
    if (verdict.kind !== 'write') continue;
    writes.push(verdict.write);
    for (const condition of verdict.conditions) conditions.set(`${condition.kind} ${condition.key}`, condition);
  }
  return { writes, conditions: [...conditions.values()] };
}

function operationsOf(batch: Batch): number {
  const { writes, conditions } = contentsOf(batch);
  return writes.length + conditions.length;
}

/** The work after some more contacts. */
export function advanced(
  work: CompanyChangesWork,
  after: string | undefined,
  more: Partial<ChangesCounts>,
): CompanyChangesWork {
  const counts = { ...work.counts };
  for (const name of Object.keys(counts) as (keyof ChangesCounts)[]) counts[name] += more[name] ?? 0;
  return { ...work, counts, ...(after === undefined ? {} : { after }) };
}
