import type { CompanyChanges } from '../../contract/company-changes';
import { ok, type Result } from '../../contract/result';
import type { CompanyChangesRecord } from '../../store/company-changes';
import type { RecordRef } from '../../store/read-records';
import { withDefault } from '../../store/read-state';
import { canBeKey } from '../../store/record-id';
import { singleKeys } from '../../store/records';
import { commitDecision, type Decided } from '../commit-decision';
import { noSuchCompany } from '../company-view';
import { startJob } from '../jobs/start-job';
import { type Begun, beginStep, noCounts } from './begin-step';
import { basisOfAll, basisOfCompany } from './domains-basis';
import { newChangesId, scopeKey } from './scope';
import { othersUnderWay, readChanges, viewChanges } from './view-changes';

/**
 * Begins to count the contacts that the domains of a company, or of all, would give another company. It takes the place of
 * earlier changes of the same scope, which can then no longer be undone. While user sync is off there are none.
 */
export async function previewCompanyChanges(companyId: string | undefined): Promise<Result<CompanyChanges>> {
  if (companyId !== undefined && !canBeKey(companyId)) return noSuchCompany;
  const basis = companyId === undefined ? await basisOfAll() : undefined;
  const begun = await commitDecision(() => decide(companyId, basis));
  if (!begun.ok) return begun;
  if (begun.value.job !== undefined) await startJob(begun.value.job);
  return ok(await viewChanges(begun.value.record, begun.value.job));
}

async function decide(companyId: string | undefined, basisOfEvery: string | undefined): Promise<Decided<Begun>> {
  const refs: RecordRef[] = [{ kind: 'state', key: singleKeys.state }];
  if (companyId !== undefined) refs.push({ kind: 'company', key: companyId });
  const known = await readChanges(scopeKey(companyId), refs);
  const company = companyId === undefined ? undefined : known.records.get('company', companyId).record;
  if (companyId !== undefined && company === undefined) return noSuchCompany;
  if (known.job.rev > 0) return othersUnderWay;
  const basis = company === undefined ? basisOfEvery : basisOfCompany(company);
  const now = new Date().toISOString();
  const record: CompanyChangesRecord = {
    id: newChangesId(companyId),
    state: 'previewing',
    ...noCounts,
    examples: [],
    startedAt: now,
    ...(companyId === undefined ? {} : { companyId }),
    ...(basis === undefined ? {} : { basis }),
  };
  if (withDefault(known.records.get('state', singleKeys.state)).current.enabled) {
    return beginStep(known, record, 'preview');
  }
  const nothing: CompanyChangesRecord = { ...record, state: 'ready', finishedAt: now };
  const write = { kind: 'companyChanges' as const, key: scopeKey(companyId), rev: known.changes.rev, record: nothing };
  return { writes: [write], value: { record: nothing } };
}
