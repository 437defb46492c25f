import { failure } from '../contract/result';
import type { Template, TemplateField, TemplateOf, TemplateSection } from '../contract/template';
import type { TemplateRecord, TemplateValue } from '../store/site-config';

export const templateChanged = failure('conflict', 'The template was changed meanwhile. Look again.');

/** What holds before an admin arranged anything. */
export const firstValue: TemplateValue = {
  sections: [{ id: 'details', kind: 'fields', title: 'Details', fields: [] }],
  removed: [],
  syncedAt: 0,
};

/** A template as pages see it: that of contacts has the synced section while user sync is on. */
export function templateView(of: TemplateOf, record: TemplateRecord | undefined, syncIsOn: boolean): Template {
  const { sections, removed, syncedAt } = record?.value ?? firstValue;
  const shown: TemplateSection[] = [...sections];
  if (of === 'contact' && syncIsOn) shown.splice(syncedAt, 0, { id: 'synced', kind: 'synced' });
  return { of, version: record?.version ?? 0, sections: shown, removed };
}

export function fieldsOf({ sections }: TemplateValue): TemplateField[] {
  return sections.flatMap((section) => section.fields);
}
