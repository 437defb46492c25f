import type { FieldValue, TemplateField } from '../contract';
import type { Formats } from '../formats';
import { t } from '../texts/t';
import { type FieldDraft, type FieldProblem, fieldProblem, longest } from './field-draft';

/** A value as one line of plain text, for instance beside another version of it; empty where there is none. */
export function fieldText(field: TemplateField, value: FieldValue | null | undefined, formats: Formats): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? t('fields.yes') : t('fields.no');
  if (typeof value === 'number') return formats.wholeNumber(value);
  if (Array.isArray(value)) return formats.list(labelsOf(field, value));
  if (field.kind === 'choice') return labelsOf(field, [value])[0] ?? '';
  return field.kind === 'date' ? formats.day(value) : value;
}

/** The labels of options, in the template's order; options that are no longer there are left out. */
export function labelsOf({ options = [] }: TemplateField, ids: readonly string[]): string[] {
  return options.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
}

/** Whether there is something to read: not, where all that was chosen is no longer among the options. */
export function isReadable(field: TemplateField, value: FieldValue): boolean {
  const hasOptions = field.kind === 'choice' || field.kind === 'choices';
  return !hasOptions || labelsOf(field, [value].flat().map(String)).length > 0;
}

/** What to tell the person who typed it. */
export function problemText(field: TemplateField, problem: FieldProblem): string {
  if (problem === 'long') return t('fields.problem.long', { most: longest(field) });
  return t(`fields.problem.${problem}`);
}

/**
 * What is wrong with what was typed, by field id. What was there before is not complained about: of a record that there is,
 * only the fields that are `touched` count.
 */
export function fieldProblemTexts(
  fields: readonly TemplateField[],
  drafts: Readonly<Record<string, FieldDraft>>,
  touched: Readonly<Record<string, unknown>> | undefined,
): Record<string, string> {
  const found = fields.flatMap((field): [string, string][] => {
    if (touched !== undefined && !Object.hasOwn(touched, field.id)) return [];
    const problem = fieldProblem(field, drafts[field.id] ?? '');
    return problem === undefined ? [] : [[field.id, problemText(field, problem)]];
  });
  return Object.fromEntries(found);
}
