import type { FieldOption, TemplateField } from '../contract';
import type { Arrangement } from './arrangement';

/** Whether fields of that kind have options. */
export function hasOptions(kind: TemplateField['kind']): boolean {
  return kind === 'choice' || kind === 'choices';
}

/**
 * The arrangement as it is saved: without spaces around texts, empty helps, options that were added and left blank, and
 * whatever a field's kind has no use for. Two that tidy to the same are the same.
 */
export function tidied(sections: Arrangement, savedOptions: ReadonlySet<string> = new Set()): Arrangement {
  return sections.map((section) =>
    section.kind === 'synced'
      ? { id: 'synced', kind: 'synced' }
      : {
          id: section.id,
          kind: 'fields',
          title: section.title.trim(),
          fields: section.fields.map((field) => tidyField(field, savedOptions)),
        },
  );
}

export function tidyField(field: TemplateField, savedOptions: ReadonlySet<string> = new Set()): TemplateField {
  const help = field.help?.trim() ?? '';
  return {
    id: field.id,
    kind: field.kind,
    label: field.label.trim(),
    required: field.required,
    ...(help === '' ? {} : { help }),
    ...(hasOptions(field.kind) ? { options: tidyOptions(field.options ?? [], savedOptions) } : {}),
    ...(field.onPanel === true ? { onPanel: true } : {}),
  };
}

/** A blank option is dropped, unless records may have it. */
function tidyOptions(options: readonly FieldOption[], saved: ReadonlySet<string>): FieldOption[] {
  return options
    .map(({ id, label }) => ({ id, label: label.trim() }))
    .filter(({ id, label }) => label !== '' || saved.has(id));
}

export function sameArrangement(one: Arrangement, other: Arrangement): boolean {
  return JSON.stringify(tidied(one)) === JSON.stringify(tidied(other));
}

export function sameField(one: TemplateField, other: TemplateField): boolean {
  return JSON.stringify(tidyField(one)) === JSON.stringify(tidyField(other));
}
