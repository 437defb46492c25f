import { limits, type TemplateField, type TemplateOf } from '../contract';
import { type Arrangement, allFields, fieldsSections } from './arrangement';
import { hasOptions } from './tidy';

export type LabelProblem = 'blank' | 'long';
export type OptionProblem = 'blank' | 'long' | 'twice';

export interface FieldProblems {
  label?: LabelProblem;
  help?: 'long';
  /** About the options as a whole. */
  options?: 'none';
  /** By option id. */
  option: ReadonlyMap<string, OptionProblem>;
}

export interface Problems {
  /** By section id. */
  titles: ReadonlyMap<string, LabelProblem>;
  /** By field id; only fields that have any. */
  fields: ReadonlyMap<string, FieldProblems>;
}

/** The place for "Synced contact" is kept free, so that a template can be saved whether user sync is on or off. */
export function mostSections(of: TemplateOf): number {
  return of === 'contact' ? limits.sectionsPerTemplate - 1 : limits.sectionsPerTemplate;
}

export function hasRoomForSection(of: TemplateOf, sections: Arrangement): boolean {
  return fieldsSections(sections).length < mostSections(of);
}

export function hasRoomForField(sections: Arrangement): boolean {
  return allFields(sections).length < limits.fieldsPerTemplate;
}

/** What keeps an arrangement from being saved. `savedOptions`: the ids of options that records may have. */
export function problemsOf(sections: Arrangement, savedOptions: ReadonlySet<string>): Problems {
  const titles = new Map<string, LabelProblem>();
  const fields = new Map<string, FieldProblems>();
  for (const section of fieldsSections(sections)) {
    const title = labelProblem(section.title);
    if (title !== undefined) titles.set(section.id, title);
    for (const field of section.fields) {
      const found = problemsOfField(field, savedOptions);
      if (found !== undefined) fields.set(field.id, found);
    }
  }
  return { titles, fields };
}

export function hasProblems({ titles, fields }: Problems): boolean {
  return titles.size > 0 || fields.size > 0;
}

/** Ids of the fields whose name another field has too: allowed, but hard to tell apart. */
export function namesakes(sections: Arrangement): ReadonlySet<string> {
  const seen = new Map<string, string>();
  const found = new Set<string>();
  for (const { id, label } of allFields(sections)) {
    const name = comparable(label);
    if (name === '') continue;
    const other = seen.get(name);
    if (other === undefined) seen.set(name, id);
    else found.add(other).add(id);
  }
  return found;
}

function problemsOfField(field: TemplateField, savedOptions: ReadonlySet<string>): FieldProblems | undefined {
  const label = labelProblem(field.label);
  const help = (field.help?.trim().length ?? 0) > limits.helpLength;
  const option = hasOptions(field.kind) ? optionProblems(field, savedOptions) : new Map<string, OptionProblem>();
  const none = hasOptions(field.kind) && !(field.options ?? []).some((one) => one.label.trim() !== '');
  if (label === undefined && !help && !none && option.size === 0) return undefined;
  return {
    ...(label === undefined ? {} : { label }),
    ...(help ? { help: 'long' } : {}),
    ...(none ? { options: 'none' } : {}),
    option,
  };
}

function optionProblems({ options = [] }: TemplateField, saved: ReadonlySet<string>): Map<string, OptionProblem> {
  const problems = new Map<string, OptionProblem>();
  const seen = new Set<string>();
  for (const { id, label } of options) {
    const name = comparable(label);
    if (name === '') {
      if (saved.has(id)) problems.set(id, 'blank');
    } else if (label.trim().length > limits.labelLength) problems.set(id, 'long');
    else if (seen.has(name)) problems.set(id, 'twice');
    seen.add(name);
  }
  return problems;
}

function labelProblem(text: string): LabelProblem | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return 'blank';
  return trimmed.length > limits.labelLength ? 'long' : undefined;
}

function comparable(text: string): string {
  return text.trim().normalize('NFC').toLocaleLowerCase();
}
