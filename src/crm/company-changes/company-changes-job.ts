import { companyChangeOf } from '../../domain/company-change';
import type { ContactRecord } from '../../domain/contact';
import type { ChangesStep, CompanyChangesRecord, CompanyChangesWork, StoredExample } from '../../store/company-changes';
import { findContactsAfter } from '../../store/find-user-records';
import { readRecord } from '../../store/read-records';
import type { JobDefinition, SliceOutcome } from '../jobs/job-kinds';
import { JobLost, type JobProgress } from '../jobs/job-progress';
import { advanced, changeContacts } from './change-contacts';
import { judgeForApplying, judgeForUndoing, readDomains } from './judge-contacts';
import { scopeKey } from './scope';

type Progress = JobProgress<'company-changes'>;

const mostExamples = 20;

const stateAfter = { preview: 'ready', apply: 'applied', undo: 'undone' } as const satisfies Record<
  ChangesStep,
  string
>;

/**
 * Company changes: each step goes through all contacts in the order of their ids, which do not move while names change. The
 * preview goes by what queries say, since it only counts; applying and undoing decide on strict reads.
 */
export const companyChangesJob: JobDefinition<'company-changes'> = {
  async slice(progress): Promise<SliceOutcome> {
    const { work } = progress;
    const page = await findContactsAfter(work.after);
    if (page.length === 0) {
      await finish(progress, (record) => ({ ...record, state: stateAfter[work.step] }));
      return 'ended';
    }
    if (work.step === 'preview') {
      await preview(progress, page);
    } else {
      const ids = page.map(({ id }) => id);
      if (work.step === 'apply') await changeContacts(progress, ids, judgeForApplying(work), 'applied');
      else await changeContacts(progress, ids, judgeForUndoing(work), 'undone');
    }
    return { records: page.length };
  },

  giveUp: (progress, message) => finish(progress, (record) => ({ ...record, state: 'failed', message })),
};

async function preview(progress: Progress, page: readonly ContactRecord[]): Promise<void> {
  const { work } = progress;
  const { companies } = await readDomains(page);
  const found: StoredExample[] = page.flatMap((contact) => {
    const change = companyChangeOf(contact, companies, work.companyId);
    return change === undefined ? [] : [{ contactId: contact.id, ...change }];
  });
  const next = advanced(work, page.at(-1)?.id, { seen: page.length, count: found.length });
  await progress.save({ ...next, examples: [...work.examples, ...found].slice(0, mostExamples) });
}

/** Ends the job, and leaves what it counted in the record of the changes. */
async function finish(
  progress: Progress,
  change: (record: CompanyChangesRecord) => CompanyChangesRecord,
): Promise<void> {
  const { work } = progress;
  const key = scopeKey(work.companyId);
  const { record, rev } = await readRecord('companyChanges', key);
  if (record?.id !== work.changesId) throw new JobLost('The changes were discarded.');
  const { counts, examples } = work;
  const ended = change({ ...record, ...endCounts(work, counts), examples, finishedAt: new Date().toISOString() });
  await progress.end([{ kind: 'companyChanges', key, rev, record: ended }]);
}

/** Whoever was counted and then did not change was left alone. */
function endCounts({ step }: CompanyChangesWork, counts: CompanyChangesWork['counts']) {
  return step === 'apply' ? { ...counts, leftAlone: Math.max(0, counts.count - counts.applied) } : counts;
}
