import type { RemovedField, Template, TemplateOf } from '../contract/template';
import type { Known } from '../domain/known';
import { emptyFieldJobId } from '../store/empty-field';
import { type RecordRef, readRecords } from '../store/read-records';
import { withDefault } from '../store/read-state';
import { singleKeys } from '../store/records';
import type { TemplateRecord } from '../store/site-config';
import { templateView } from './template-view';

/**
 * A template, and how far the emptying of removed fields has come.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function getTemplate(of: TemplateOf): Promise<Template> {
  const { known, syncIsOn } = await readTemplate(of);
  return withProgress(templateView(of, known.record, syncIsOn));
}

/** Reads a template, and whether user sync is on, in one go. */
export async function readTemplate(of: TemplateOf): Promise<{ known: Known<TemplateRecord>; syncIsOn: boolean }> {
  const records = await readRecords([
    { kind: 'template', key: of },
    { kind: 'state', key: singleKeys.state },
  ]);
  const { current } = withDefault(records.get('state', singleKeys.state));
  return { known: records.get('template', of), syncIsOn: current.enabled };
}

/** The jobs know how far they are. */
export async function withProgress(template: Template): Promise<Template> {
  const { of, removed } = template;
  const keyOf = ({ field }: RemovedField) => emptyFieldJobId(of, field.id);
  const emptying = removed.filter((one) => one.emptying !== undefined);
  const jobs = await readRecords(emptying.map((one): RecordRef => ({ kind: 'job', key: keyOf(one) })));
  return {
    ...template,
    removed: removed.map((one) => {
      const work = one.emptying === undefined ? undefined : jobs.get('job', keyOf(one)).record?.work;
      return work === undefined || !('fieldId' in work) ? one : { ...one, emptying: { done: work.done } };
    }),
  };
}
