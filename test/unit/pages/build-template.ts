import type { TemplateField, TemplateSection } from '../../../static/app/src/contract';

export const text = (id: string, label = id): TemplateField => ({ id, kind: 'text', label, required: false });

export const section = (id: string, ...fields: TemplateField[]): TemplateSection => ({
  id,
  kind: 'fields',
  title: id,
  fields,
});

export const synced: TemplateSection = { id: 'synced', kind: 'synced' };
