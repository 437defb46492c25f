import { type FieldValue, limits, type TemplateField, type TemplateSection } from '../contract';

/**
 * What stands in the control of a field: text as it was typed; `yes`, `no` or nothing; the id of an option, or a list of them.
 * An empty text or list is no value.
 */
export type FieldDraft = string | string[];

export type FieldProblem = 'required' | 'long' | 'number' | 'date' | 'email' | 'phone' | 'link';

/** The fields of a template, in its order. */
export function fieldsOf(sections: readonly TemplateSection[]): TemplateField[] {
  return sections.flatMap((section) => (section.kind === 'fields' ? section.fields : []));
}

export function draftOfValue(field: TemplateField, value: FieldValue | undefined): FieldDraft {
  if (field.kind === 'choices') return Array.isArray(value) ? value.filter((id) => isOption(field, id)) : [];
  if (value === undefined || Array.isArray(value)) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field.kind === 'choice') return isOption(field, String(value)) ? String(value) : '';
  return String(value);
}

/** The value that the draft stands for; null for none. Ask `fieldProblem` first. */
export function valueOfDraft(field: TemplateField, draft: FieldDraft): FieldValue | null {
  if (Array.isArray(draft)) return draft.length === 0 ? null : draft;
  const text = field.kind === 'long-text' ? draft : draft.trim();
  if (text.trim() === '') return null;
  if (field.kind === 'number') return numberIn(text);
  if (field.kind === 'yes-no') return text === 'yes';
  return text;
}

/** What keeps the draft from being saved, by the rules that the app has for fields of this kind. */
export function fieldProblem(field: TemplateField, draft: FieldDraft): FieldProblem | undefined {
  const value = valueOfDraft(field, draft);
  if (value === null) return field.required ? 'required' : undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'number';
  if (typeof value !== 'string') return undefined;
  if (value.length > longest(field)) return 'long';
  switch (field.kind) {
    case 'date':
      return isDate(value) ? undefined : 'date';
    case 'email':
      return /^[^\s@]+@[^\s@]+$/u.test(value) ? undefined : 'email';
    case 'phone':
      return isPhone(value) ? undefined : 'phone';
    case 'link':
      return /^https?:\/\/\S+$/iu.test(value) && URL.canParse(value) ? undefined : 'link';
    default:
      return undefined;
  }
}

/** `1234.5` or `1234,5`; `NaN` for what could be read in two ways, like `1,234`, and for everything else. */
function numberIn(text: string): number {
  if (!/^[+-]?\d+([.,]\d+)?$/u.test(text) || /^[+-]?\d{1,3},\d{3}$/u.test(text)) return Number.NaN;
  return Number(text.replace(',', '.'));
}

/** Most characters that a field of this kind takes. */
export function longest({ kind }: TemplateField): number {
  switch (kind) {
    case 'long-text':
      return limits.fieldTextLength;
    case 'email':
      return limits.emailLength;
    case 'phone':
      return longestPhone;
    case 'link':
      return longestLink;
    default:
      return limits.nameLength;
  }
}

const longestPhone = 40;
const longestLink = 2048;

function isPhone(text: string): boolean {
  return text.length >= 3 && /^\+?[\d\s()\-/.]*\d[\d\s()\-/.]*(?:(?:ext\.?|x|#)\s?\d{1,8})?$/iu.test(text);
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function isOption({ options = [] }: TemplateField, id: string): boolean {
  return options.some((option) => option.id === id);
}

/** Whether two values of a field are the same; lists of options are, whatever their order. */
export function sameValue(one: FieldValue | null | undefined, other: FieldValue | null | undefined): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((id) => other.includes(id));
  }
  return (one ?? null) === (other ?? null);
}

/** What drafts change of the values that a record has; null clears. Drafts of fields that are not in the template do not count. */
export function fieldChanges(
  fields: readonly TemplateField[],
  before: Readonly<Record<string, FieldValue>>,
  drafts: Readonly<Record<string, FieldDraft>>,
): Record<string, FieldValue | null> {
  const changes: [string, FieldValue | null][] = [];
  for (const field of fields) {
    const draft = drafts[field.id];
    if (draft === undefined || sameDraft(draft, draftOfValue(field, before[field.id]))) continue;
    changes.push([field.id, valueOfDraft(field, draft)]);
  }
  return Object.fromEntries(changes);
}

function sameDraft(one: FieldDraft, other: FieldDraft): boolean {
  if (Array.isArray(one) || Array.isArray(other)) return sameValue(one, other);
  return one.trim() === other.trim();
}
