import type { Company, FieldValue, TemplateField } from '../contract';
import { draftOfValue, type FieldDraft, fieldChanges, sameValue } from '../fields/field-draft';

/** What a person has typed about a company. */
export interface CompanyDraft {
  name: string;
  domains: string[];
  /** By field id. What is left out is as it was. */
  fields: Record<string, FieldDraft>;
}

/** What a person changes on a company; null clears. */
export interface CompanyEdits {
  name?: string;
  domains?: string[];
  fields?: Record<string, FieldValue | null>;
}

/** A value of a company that can be changed alone: its name, its domains, or a field by its id. */
export type CompanyPart = 'name' | 'domains' | { field: string };

/** `name`: what a new company is called, as far as that is known already. */
export function draftOfCompany(
  company: Company | undefined,
  fields: readonly TemplateField[],
  name = '',
): CompanyDraft {
  const drafts = fields.map((field) => [field.id, draftOfValue(field, company?.fields[field.id])] as const);
  return { name: company?.name ?? name, domains: [...(company?.domains ?? [])], fields: Object.fromEntries(drafts) };
}

/** What the draft changes. Spaces around the name and the order of domains do not count. */
export function editsOf(base: Company, draft: CompanyDraft, fields: readonly TemplateField[]): CompanyEdits {
  const edits: CompanyEdits = {};
  if (draft.name.trim() !== base.name.trim()) edits.name = draft.name.trim();
  if (!sameValue(draft.domains, base.domains)) edits.domains = [...draft.domains];
  const changed = fieldChanges(fields, base.fields, draft.fields);
  if (Object.keys(changed).length > 0) edits.fields = changed;
  return edits;
}

export function partsOf(edits: CompanyEdits): CompanyPart[] {
  const parts: CompanyPart[] = [];
  if (edits.name !== undefined) parts.push('name');
  if (edits.domains !== undefined) parts.push('domains');
  for (const field of Object.keys(edits.fields ?? {})) parts.push({ field });
  return parts;
}

/** The value of that part, in a company or in edits; null for none. */
export function partIn(values: Company | CompanyEdits, part: CompanyPart): FieldValue | null {
  if (part === 'name') return values.name ?? null;
  if (part === 'domains') return values.domains ?? null;
  return values.fields?.[part.field] ?? null;
}

/** The parts that are not yet as the edits want them. */
export function openParts(company: Company, edits: CompanyEdits): CompanyPart[] {
  return partsOf(edits).filter((part) => !sameValue(partIn(company, part), partIn(edits, part)));
}

/** The parts that somebody else changed meanwhile, to something else than these edits want. */
export function clashesOf(base: Company, theirs: Company, edits: CompanyEdits): CompanyPart[] {
  return openParts(theirs, edits).filter((part) => !sameValue(partIn(theirs, part), partIn(base, part)));
}

/** What else somebody changed, which these edits are not about. */
export function otherParts(
  base: Company,
  theirs: Company,
  edits: CompanyEdits,
  fields: readonly TemplateField[],
): CompanyPart[] {
  const mine = new Set(partsOf(edits).map(keyOfPart));
  const all: CompanyPart[] = ['name', 'domains', ...fields.map(({ id }) => ({ field: id }))];
  return all.filter((part) => !mine.has(keyOfPart(part)) && !sameValue(partIn(theirs, part), partIn(base, part)));
}

export function keyOfPart(part: CompanyPart): string {
  return typeof part === 'string' ? part : `field ${part.field}`;
}

/** A company as `createCompany` wants it. */
export function newCompany(draft: CompanyDraft, fields: readonly TemplateField[]) {
  const values = Object.entries(fieldChanges(fields, {}, draft.fields)).flatMap(([id, value]) =>
    value === null ? [] : [[id, value] as const],
  );
  return {
    name: draft.name.trim(),
    domains: [...draft.domains],
    ...(values.length === 0 ? {} : { fields: Object.fromEntries(values) }),
  };
}

/** Whether the draft holds anything that is not saved. */
export function isCompanyWritten(
  base: Company | undefined,
  draft: CompanyDraft,
  fields: readonly TemplateField[],
): boolean {
  if (base !== undefined) return Object.keys(editsOf(base, draft, fields)).length > 0;
  const { name, domains, fields: values } = newCompany(draft, fields);
  return name !== '' || domains.length > 0 || values !== undefined;
}
