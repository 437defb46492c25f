import { limits } from '../contract/limits';
import { type Failure, failure } from '../contract/result';
import type { FieldsSection, TemplateField, TemplateOf, TemplateSection } from '../contract/template';
import type { TemplateValue } from '../store/site-config';
import { fieldsOf } from './template-view';

/** Bytes that a template may take, of the 240 KiB that storage allows a record. */
const mostTemplateBytes = 200_000;

type Refusal = { ok: false; error: Failure };

export interface Arrangement {
  of: TemplateOf;
  sections: readonly TemplateSection[];
  /** ISO 8601 UTC. */
  now: string;
}

/**
 * What an admin's arrangement makes of a template. A field that is left out counts as removed, and one that comes back by its
 * id finds its values again. An arrangement that does not mention the synced section leaves it where it was.
 */
export function arrangeTemplate(
  before: TemplateValue,
  arrangement: Arrangement,
): { value: TemplateValue } | { refusal: Refusal } {
  const refusal = whyNot(before, arrangement);
  if (refusal !== undefined) return { refusal };
  const sections = arrangement.sections.filter((section) => section.kind === 'fields');
  const syncedAt = arrangement.sections.findIndex((section) => section.kind === 'synced');
  const ids = new Set(sections.flatMap(({ fields }) => fields.map(({ id }) => id)));
  const value: TemplateValue = {
    sections,
    removed: [
      ...before.removed.filter(({ field }) => !ids.has(field.id)),
      ...fieldsOf(before)
        .filter(({ id }) => !ids.has(id))
        .map((field) => ({ field, removedAt: arrangement.now })),
    ],
    syncedAt: syncedAt === -1 ? Math.min(before.syncedAt, sections.length) : syncedAt,
  };
  if (Buffer.byteLength(JSON.stringify(value), 'utf8') > mostTemplateBytes) {
    return { refusal: invalid('sections', `takes more than ${mostTemplateBytes} bytes, with removed fields`) };
  }
  return { value };
}

function whyNot(before: TemplateValue, { of, sections }: Arrangement): Refusal | undefined {
  const sectionIds = new Set<string>();
  const fieldIds = new Set<string>();
  for (const [index, section] of sections.entries()) {
    const path = `sections.${index}`;
    if (section.kind === 'synced' && of === 'company') return invalid(path, 'is for contacts only');
    if (section.kind === 'fields' && section.id === 'synced') return invalid(`${path}.id`, 'is kept for user sync');
    if (sectionIds.has(section.id)) return invalid(`${path}.id`, 'is used twice');
    sectionIds.add(section.id);
    if (section.kind === 'synced') continue;
    const refusal = fieldsRefusal(before, of, section, path, fieldIds);
    if (refusal !== undefined) return refusal;
  }
  if (fieldIds.size > limits.fieldsPerTemplate) {
    return invalid('sections', `has more than ${limits.fieldsPerTemplate} fields`);
  }
  return undefined;
}

function fieldsRefusal(
  before: TemplateValue,
  of: TemplateOf,
  section: FieldsSection,
  sectionPath: string,
  seen: Set<string>,
): Refusal | undefined {
  for (const [index, field] of section.fields.entries()) {
    const path = `${sectionPath}.fields.${index}`;
    if (seen.has(field.id)) return invalid(`${path}.id`, 'is used twice');
    seen.add(field.id);
    if (of === 'company' && field.onPanel === true) return invalid(`${path}.onPanel`, 'is for fields of contacts only');
    const refusal = optionsRefusal(field, path) ?? pastRefusal(before, field, path);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function optionsRefusal({ kind, options }: TemplateField, path: string): Refusal | undefined {
  if (kind !== 'choice' && kind !== 'choices') {
    return options === undefined ? undefined : invalid(`${path}.options`, 'is for choices only');
  }
  if (options === undefined || options.length === 0) return invalid(`${path}.options`, 'needs at least one option');
  const twice = options.findIndex(({ id }, index) => options.findIndex((other) => other.id === id) < index);
  return twice === -1 ? undefined : invalid(`${path}.options.${twice}.id`, 'is used twice');
}

/** The values that records already have under the id of a field. */
function pastRefusal(before: TemplateValue, { id, kind }: TemplateField, path: string): Refusal | undefined {
  const removed = before.removed.find(({ field }) => field.id === id);
  if (removed?.emptying !== undefined) return invalid(`${path}.id`, 'its values are being emptied');
  const past = removed?.field ?? fieldsOf(before).find((field) => field.id === id);
  if (past === undefined || past.kind === kind) return undefined;
  return invalid(`${path}.kind`, 'cannot change while records have values of the field');
}

function invalid(field: string, message: string): Refusal {
  return failure('invalid', `${field}: ${message}`, field);
}
