import type { Contact, FieldValue, TemplateField } from '../contract';
import { sameValue } from '../fields/field-draft';
import { fieldText } from '../fields/field-text';
import type { Formats } from '../formats';
import { t } from '../texts/t';
import { type ContactChanges, type ContactPart, openParts, partOf, partsOf, wanted } from './contact-changes';

export interface ConflictRow {
  key: string;
  label: string;
  theirs: string;
  mine: string;
}

export interface ConflictTexts {
  /** What is there now beside what was typed, where they differ. */
  rows: ConflictRow[];
  /** What else was changed meanwhile. */
  others: string[];
}

/** What to show of two versions. `companyName`: that of the company in the changes. */
export function conflictTexts(
  versions: { base: Contact; theirs: Contact; changes: ContactChanges; companyName?: string | undefined },
  fields: readonly TemplateField[],
  formats: Formats,
): ConflictTexts {
  const { base, theirs, changes, companyName } = versions;
  const text = (part: ContactPart, value: FieldValue | null, company: string | undefined) =>
    part.of === 'company' ? (value === null ? '' : (company ?? String(value))) : partText(part, value, fields, formats);
  const rows = openParts(theirs, changes).map((part) => ({
    key: keyOf(part),
    label: labelOf(part, fields),
    theirs: text(part, partOf(theirs, part), theirs.companyName),
    mine: text(part, wanted(changes, part), companyName),
  }));
  const mine = new Set(partsOf(changes).map(keyOf));
  const all: ContactPart[] = [
    { of: 'name' },
    { of: 'email' },
    { of: 'company' },
    ...fields.map(({ id }) => ({ of: 'field' as const, id })),
  ];
  const changed = all.filter((part) => !sameValue(partOf(theirs, part), partOf(base, part)));
  return { rows, others: changed.filter((part) => !mine.has(keyOf(part))).map((part) => labelOf(part, fields)) };
}

export function labelOf(part: ContactPart, fields: readonly TemplateField[]): string {
  if (part.of !== 'field') return t(`shared.${part.of}`);
  return fields.find(({ id }) => id === part.id)?.label ?? part.id;
}

function partText(
  part: ContactPart,
  value: FieldValue | null,
  fields: readonly TemplateField[],
  formats: Formats,
): string {
  const field = part.of === 'field' ? fields.find(({ id }) => id === part.id) : undefined;
  if (field !== undefined) return fieldText(field, value, formats);
  return value === null ? '' : String(value);
}

function keyOf(part: ContactPart): string {
  return part.of === 'field' ? `field ${part.id}` : part.of;
}
