import type { CompanyChanges } from '../../contract/company-changes';
import { failure, ok, type Result } from '../../contract/result';
import type { CompanyChangesRecord } from '../../store/company-changes';
import { canBeKey } from '../../store/record-id';
import type { Write } from '../../store/transaction';
import { commitDecision, type Decided } from '../commit-decision';
import { type ChangesScope, keyOfChanges } from './scope';
import { changesJobId, noSuchChanges, readChanges, viewChanges } from './view-changes';

const underWay = failure('conflict', 'These changes are being made at the moment. Try again when that is done.');

/** Forgets changes: a preview that nobody wants, also while it is counting, or what was made, which then stays. */
export async function discardCompanyChanges(id: string, scope: ChangesScope): Promise<Result<CompanyChanges>> {
  const key = keyOfChanges(id, scope);
  if (key === undefined || !canBeKey(key)) return noSuchChanges;
  const discarded = await commitDecision(() => decide(key, id));
  return discarded.ok ? ok(await viewChanges(discarded.value, undefined)) : discarded;
}

async function decide(key: string, id: string): Promise<Decided<CompanyChangesRecord>> {
  const { changes, job } = await readChanges(key);
  const { record, rev } = changes;
  if (record?.id !== id) return noSuchChanges;
  if (record.state === 'applying' || record.state === 'undoing') return underWay;
  const writes: Write[] = [{ kind: 'companyChanges', key, rev, record: undefined }];
  const ofThese = job.record?.work.changesId === id ? job.record.work : undefined;
  if (ofThese !== undefined) writes.push({ kind: 'job', key: changesJobId, rev: job.rev, record: undefined });
  const { counts, examples } = ofThese ?? { counts: {}, examples: record.examples };
  return { writes, value: { ...record, ...counts, examples, state: 'discarded' } };
}
