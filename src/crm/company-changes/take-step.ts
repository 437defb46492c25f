import type { CompanyChanges } from '../../contract/company-changes';
import { type Failure, ok, type Result } from '../../contract/result';
import type { ChangesStep, CompanyChangesRecord } from '../../store/company-changes';
import { canBeKey } from '../../store/record-id';
import { commitDecision, type Decided } from '../commit-decision';
import { startJob } from '../jobs/start-job';
import { type Begun, beginStep } from './begin-step';
import { type ChangesScope, keyOfChanges } from './scope';
import { noSuchChanges, othersUnderWay, readChanges, viewChanges } from './view-changes';

/** Why the step cannot be taken from where the changes are; undefined if it can. */
export type Refuse = (record: CompanyChangesRecord) => Promise<{ ok: false; error: Failure } | undefined>;

/**
 * Begins a step of changes that were previewed before.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function takeStep(
  id: string,
  scope: ChangesScope,
  step: Exclude<ChangesStep, 'preview'>,
  refuse: Refuse,
): Promise<Result<CompanyChanges>> {
  const key = keyOfChanges(id, scope);
  if (key === undefined || !canBeKey(key)) return noSuchChanges;
  const begun = await commitDecision(() => decide(key, id, step, refuse));
  if (!begun.ok) return begun;
  if (begun.value.job !== undefined) await startJob(begun.value.job);
  return ok(await viewChanges(begun.value.record, begun.value.job));
}

async function decide(
  key: string,
  id: string,
  step: Exclude<ChangesStep, 'preview'>,
  refuse: Refuse,
): Promise<Decided<Begun>> {
  const known = await readChanges(key);
  const { record } = known.changes;
  if (record?.id !== id) return noSuchChanges;
  if (known.job.rev > 0) return othersUnderWay;
  const refusal = await refuse(record);
  if (refusal !== undefined) return refusal;
  const { finishedAt: _, message: __, ...rest } = record;
  return beginStep(known, { ...rest, state: step === 'apply' ? 'applying' : 'undoing' }, step);
}
