import type { RemovedField, TemplateOf } from '../contract/template';
import type { ContactRecord } from '../domain/contact';
import type { CompanyRecord } from '../store/company';
import { findContactsAfter } from '../store/find-user-records';
import { type RecordRef, readRecord, readRecords } from '../store/read-records';
import { firstOfIndex } from '../store/scan-index';
import { mostOperations, type Write } from '../store/transaction';
import type { JobDefinition } from './jobs/job-kinds';
import type { JobProgress } from './jobs/job-progress';

type Progress = JobProgress<'empty-field'>;

/** The job's own record goes into the same transaction. */
const recordsPerTransaction = mostOperations - 1;

/** Of the 4 MB that a transaction may have; records may have grown since a query found them. (Forge: limits-kvs-ce.) */
const bytesPerTransaction = 3_000_000;

/**
 * Empties a removed field in all records, in the order of their ids, which do not change. A record that has no value of the
 * field costs nothing but its share of a query.
 */
export const emptyFieldJob: JobDefinition<'empty-field'> = {
  async slice(progress) {
    const { of, fieldId, after } = progress.work;
    const found = await findRecordsAfter(of, after);
    if (found.length === 0) {
      await conclude(progress, () => undefined);
      return 'ended';
    }
    let rest = found;
    for (let last = lastOfPiece(rest, fieldId); last !== undefined; last = lastOfPiece(rest, fieldId)) {
      const piece = rest.slice(0, rest.indexOf(last) + 1);
      const work = { ...progress.work, done: progress.work.done + piece.length, after: last.id };
      const saved = await progress.save(work, await emptied(of, fieldId, piece));
      if (saved === 'conflict') break;
      rest = rest.slice(piece.length);
    }
    return { records: found.length - rest.length };
  },

  /** The field stays removed, with what values are left, and can be emptied again. */
  giveUp: (progress) => conclude(progress, ({ emptying: _, ...removed }) => removed),
};

function findRecordsAfter(of: TemplateOf, id: string | undefined): Promise<(ContactRecord | CompanyRecord)[]> {
  if (of === 'contact') return findContactsAfter(id);
  return firstOfIndex('company', { index: 'by-key', ...(id === undefined ? {} : { after: id }) });
}

/** The last of the records that one transaction can see to. */
function lastOfPiece<R extends { fields: object }>(records: readonly R[], fieldId: string): R | undefined {
  let last: R | undefined;
  let holders = 0;
  let bytes = 0;
  for (const record of records) {
    if (holdsField(record, fieldId)) {
      holders += 1;
      bytes += Buffer.byteLength(JSON.stringify(record), 'utf8');
    }
    if (holders > recordsPerTransaction || (bytes > bytesPerTransaction && last !== undefined)) break;
    last = record;
  }
  return last;
}

function holdsField({ fields }: { fields: object }, fieldId: string): boolean {
  return Object.hasOwn(fields, fieldId);
}

/** The records without the field, on what a strict read gives of them. */
async function emptied(
  of: TemplateOf,
  fieldId: string,
  records: readonly { id: string; fields: object }[],
): Promise<Write[]> {
  const holders = records.filter((record) => holdsField(record, fieldId));
  const read = await readRecords(holders.map(({ id }): RecordRef => ({ kind: of, key: id })));
  const updatedAt = new Date().toISOString();
  const without = <R extends ContactRecord | CompanyRecord>(record: R): R => {
    const fields = Object.fromEntries(Object.entries(record.fields).filter(([id]) => id !== fieldId));
    return { ...record, fields, version: record.version + 1, updatedAt };
  };
  return holders.flatMap(({ id }): Write[] => {
    const { record, rev } = read.get(of, id);
    if (record === undefined || !holdsField(record, fieldId)) return [];
    return [{ kind: of, key: id, rev, record: without(record) } as Write];
  });
}

/** Ends the job, and says in the template what became of the field. */
async function conclude(
  progress: Progress,
  change: (removed: RemovedField) => RemovedField | undefined,
): Promise<void> {
  const { of, fieldId } = progress.work;
  for (;;) {
    const { record, rev } = await readRecord('template', of);
    if (record === undefined) {
      await progress.end();
      return;
    }
    const removed = record.value.removed.flatMap((one) => (one.field.id === fieldId ? (change(one) ?? []) : [one]));
    const template = { ...record, value: { ...record.value, removed }, updatedAt: new Date().toISOString() };
    if ((await progress.end([{ kind: 'template', key: of, rev, record: template }])) === 'saved') return;
  }
}
