import type { CompanyChangeExample, CompanyChanges } from '../../contract/company-changes';
import { failure } from '../../contract/result';
import type { CompanyChangesRecord, CompanyChangesWork } from '../../store/company-changes';
import type { Job } from '../../store/job';
import { type ReadRecords, type RecordRef, readRecords } from '../../store/read-records';

/** Company changes are worked on one at a time, so their job has always the same id. */
export const changesJobId = 'company-changes';

export const noSuchChanges = failure('not-found', 'There are no such changes any more. Look again.');
export const othersUnderWay = failure(
  'conflict',
  'Companies of contacts are being looked through or changed at the moment. Try again when that is done.',
);

/** The record of changes and the job that works on some, read strictly. */
export interface KnownChanges {
  changes: { record: CompanyChangesRecord | undefined; rev: number };
  job: { record: (Job & { work: CompanyChangesWork }) | undefined; rev: number };
  records: ReadRecords;
}

/** Reads the changes of a scope's key, and `more` records, in one go. */
export async function readChanges(key: string, more: readonly RecordRef[] = []): Promise<KnownChanges> {
  const records = await readRecords([{ kind: 'companyChanges', key }, { kind: 'job', key: changesJobId }, ...more]);
  const { record: job, rev } = records.get('job', changesJobId);
  return {
    changes: records.get('companyChanges', key),
    job: { record: job?.kind === 'company-changes' ? (job as Job<'company-changes'>) : undefined, rev },
    records,
  };
}

/** Changes as pages see them. Examples are shown with the names that contacts and companies have now. */
export async function viewChanges(
  record: CompanyChangesRecord,
  job: KnownChanges['job']['record'],
): Promise<CompanyChanges> {
  const own = job?.work.changesId === record.id ? job : undefined;
  const { seen, count, applied, undone, leftAlone } = own?.work.counts ?? record;
  const { id, companyId, state, startedAt, finishedAt, message } = record;
  const examples = await viewExamples(own?.work.examples ?? record.examples);
  const view: CompanyChanges = { id, state, seen, count, examples, applied, undone, leftAlone, startedAt };
  if (companyId !== undefined) view.companyId = companyId;
  if (finishedAt !== undefined) view.finishedAt = finishedAt;
  if (message !== undefined) view.message = message;
  const pausedUntil = own?.pausedUntil;
  if (pausedUntil !== undefined && Date.parse(pausedUntil) > Date.now()) view.pausedUntil = pausedUntil;
  return view;
}

async function viewExamples(stored: CompanyChangesRecord['examples']): Promise<CompanyChangeExample[]> {
  const companyIds = new Set(stored.flatMap(({ from, to }) => [from, to]).filter((id) => id !== undefined));
  const records = await readRecords([
    ...stored.map(({ contactId }): RecordRef => ({ kind: 'contact', key: contactId })),
    ...[...companyIds].map((key): RecordRef => ({ kind: 'company', key })),
  ]);
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : records.get('company', id).record?.name);
  return stored.flatMap(({ contactId, from, to }) => {
    const contact = records.get('contact', contactId).record;
    if (contact === undefined) return [];
    const example: CompanyChangeExample = { contactId, name: contact.name };
    if (contact.email !== undefined) example.email = contact.email;
    const [before, after] = [nameOf(from), nameOf(to)];
    if (before !== undefined) example.from = before;
    if (after !== undefined) example.to = after;
    return [example];
  });
}
