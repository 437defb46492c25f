import type { Template, TemplateOf } from '../contract/template';
import type { Known } from '../domain/known';
import { readRecords } from '../store/read-records';
import { withDefault } from '../store/read-state';
import { singleKeys } from '../store/records';
import type { TemplateRecord } from '../store/site-config';
import { templateView } from './template-view';

/** @throws StorageThrottled, StorageUnavailable */
export async function getTemplate(of: TemplateOf): Promise<Template> {
  const { known, syncIsOn } = await readTemplate(of);
  return templateView(of, known.record, syncIsOn);
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
