import { type Failure, failure } from '../contract/result';
import type { TemplateField } from '../contract/template';
import type { FieldValue } from '../domain/contact';
import { sameRecord } from '../domain/drafts';
import type { TemplateRecord } from '../store/site-config';
import { fieldsOf } from './template-view';
import { whyNoValue } from './value-of-kind';

type Fields = Record<string, FieldValue>;
type FieldChanges = Record<string, FieldValue | null>;

/** A value as records hold it; null where there is none. Web addresses and the like may have come with spaces around. */
function cleanValue(field: TemplateField, value: FieldValue): FieldValue | null {
  if (Array.isArray(value)) return value.length === 0 ? null : value;
  if (typeof value !== 'string') return value;
  if (value.trim() === '') return holdsText(field) ? null : value;
  return field.kind === 'email' || field.kind === 'phone' || field.kind === 'link' ? value.trim() : value;
}

function holdsText({ kind }: TemplateField): boolean {
  return kind !== 'number' && kind !== 'yes-no' && kind !== 'choices';
}

/**
 * The changes that a person wants of a record's fields, held against the template: cleaned, or the first that it does not
 * allow. A value that equals the present one is never refused. While there is no template, any fields go.
 *
 * @param path of the fields in the payload
 */
export function checkFieldChanges(
  template: TemplateRecord | undefined,
  before: Fields,
  changes: FieldChanges,
  path: string,
): { changes: FieldChanges } | { ok: false; error: Failure } {
  if (template === undefined) return { changes };
  const fields = new Map(fieldsOf(template.value).map((field) => [field.id, field]));
  const present = new Map(Object.entries(before));
  const cleaned: [string, FieldValue | null][] = [];
  for (const [id, given] of Object.entries(changes)) {
    const field = fields.get(id);
    const value = given === null || field === undefined ? given : cleanValue(field, given);
    if (sameRecord(value ?? undefined, present.get(id))) continue;
    const reason = whyNot(field, value);
    if (reason !== undefined) return failure('invalid', `${path}.${id}: ${reason}`, `${path}.${id}`);
    cleaned.push([id, value]);
  }
  return { changes: Object.fromEntries(cleaned) };
}

/** The fields of a record that is to be created: what `checkFieldChanges` allows, and all that the template requires. */
export function checkNewFields(
  template: TemplateRecord | undefined,
  given: Fields,
  path: string,
): { fields: Fields } | { ok: false; error: Failure } {
  const checked = checkFieldChanges(template, {}, given, path);
  if ('error' in checked) return checked;
  const values = Object.entries(checked.changes).filter((entry): entry is [string, FieldValue] => entry[1] !== null);
  const ids = new Set(values.map(([id]) => id));
  const required = template === undefined ? [] : fieldsOf(template.value).filter((field) => field.required);
  const missing = required.find(({ id }) => !ids.has(id));
  if (missing !== undefined) {
    return failure('invalid', `${path}.${missing.id}: ${isRequired}`, `${path}.${missing.id}`);
  }
  return { fields: Object.fromEntries(values) };
}

const isRequired = 'has to be filled in';

function whyNot(field: TemplateField | undefined, value: FieldValue | null): string | undefined {
  if (value === null) return field?.required === true ? isRequired : undefined;
  if (field === undefined) return 'is no field of the template';
  return whyNoValue(field, value);
}
