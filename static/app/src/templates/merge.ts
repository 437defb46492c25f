import type { FieldsSection, Template, TemplateField, TemplateSection } from '../contract';
import {
  type Arrangement,
  allFields,
  fieldById,
  fieldsSections,
  isFields,
  withField,
  withoutField,
  withSection,
} from './arrangement';
import { sameField } from './tidy';

/**
 * What I arranged, together with what somebody else changed of `base` meanwhile: what they added stands beside what stood
 * before it, what they took out is out unless I changed it, and of what both changed mine holds. Where things stand is as I
 * arranged them.
 */
export function mergedArrangement(base: Arrangement, theirs: Template, mine: Arrangement): Arrangement {
  const emptied = new Set(theirs.removed.filter((one) => one.emptying !== undefined).map(({ field }) => field.id));
  let merged: Arrangement = mine.flatMap((section): TemplateSection[] => {
    if (!isFields(section)) return theirs.sections.some(({ kind }) => kind === 'synced') ? [section] : [];
    const kept = mergedSection(base, theirs.sections, section, emptied);
    return kept === undefined ? [] : [kept];
  });
  for (const [index, section] of theirs.sections.entries()) {
    const known = merged.some(({ id }) => id === section.id) || base.some(({ id }) => id === section.id);
    if (!known || (section.kind === 'synced' && !merged.some(({ kind }) => kind === 'synced'))) {
      merged = withSection(
        merged,
        isFields(section) ? { ...section, fields: [] } : section,
        after(merged, theirs, index),
      );
    }
  }
  for (const section of fieldsSections(theirs.sections)) merged = withTheirFields(merged, base, section);
  return merged;
}

/** A section of mine; undefined when they took it out and nothing of mine is left in it. */
function mergedSection(
  base: Arrangement,
  theirs: Arrangement,
  mine: FieldsSection,
  emptied: ReadonlySet<string>,
): FieldsSection | undefined {
  const fields = mine.fields.flatMap((field) => {
    if (emptied.has(field.id)) return [];
    const before = fieldById(base, field.id);
    const other = fieldById(theirs, field.id);
    if (other === undefined) return before === undefined || !sameField(before, field) ? [field] : [];
    return [mergedField(before ?? other, other, field)];
  });
  const before = sectionById(base, mine.id);
  const other = sectionById(theirs, mine.id);
  if (before !== undefined && other === undefined && fields.length === 0) return undefined;
  const title = other !== undefined && before?.title === mine.title ? other.title : mine.title;
  return { ...mine, title, fields };
}

function mergedField(base: TemplateField, theirs: TemplateField, mine: TemplateField): TemplateField {
  const pick = <K extends keyof TemplateField>(key: K) =>
    JSON.stringify(mine[key]) === JSON.stringify(base[key]) ? theirs[key] : mine[key];
  const help = pick('help');
  const options = pick('options');
  const onPanel = pick('onPanel');
  return {
    id: mine.id,
    kind: theirs.kind,
    label: pick('label'),
    required: pick('required'),
    ...(help === undefined ? {} : { help }),
    ...(options === undefined ? {} : { options }),
    ...(onPanel === undefined ? {} : { onPanel }),
  };
}

/** Fields that only they have, behind the one that stands before it in their section. */
function withTheirFields(merged: Arrangement, base: Arrangement, section: FieldsSection): Arrangement {
  let result = merged;
  for (const [index, field] of section.fields.entries()) {
    if (fieldById(base, field.id) !== undefined || fieldById(result, field.id) !== undefined) continue;
    if (sectionById(result, section.id) === undefined) result = withSection(result, { ...section, fields: [] });
    const present = sectionById(result, section.id)?.fields ?? [];
    const before = section.fields.slice(0, index).findLast(({ id }) => present.some((one) => one.id === id));
    const at = before === undefined ? 0 : present.findIndex(({ id }) => id === before.id) + 1;
    result = withField(withoutField(result, field.id), field, section.id, at);
  }
  return result;
}

function after(merged: Arrangement, theirs: Template, index: number): number {
  const before = theirs.sections.slice(0, index).findLast(({ id }) => merged.some((one) => one.id === id));
  return before === undefined ? 0 : merged.findIndex(({ id }) => id === before.id) + 1;
}

function sectionById(sections: Arrangement, id: string): FieldsSection | undefined {
  return fieldsSections(sections).find((section) => section.id === id);
}

export interface TheirChanges {
  /** Labels of fields. */
  added: string[];
  removed: string[];
  changed: string[];
}

/** What somebody else did to the fields since `base`. */
export function theirChanges(base: Arrangement, theirs: Arrangement): TheirChanges {
  const before = allFields(base);
  const now = allFields(theirs);
  const labels = (fields: readonly TemplateField[]) => fields.map(({ label }) => label);
  return {
    added: labels(now.filter(({ id }) => fieldById(base, id) === undefined)),
    removed: labels(before.filter(({ id }) => fieldById(theirs, id) === undefined)),
    changed: labels(
      now.filter((field) => {
        const known = fieldById(base, field.id);
        return known !== undefined && !sameField(known, field);
      }),
    ),
  };
}
