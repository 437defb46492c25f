import type { FieldsSection, TemplateField, TemplateSection } from '../contract';

/** The sections of a template as somebody is arranging them. Nothing here changes what it is given. */
export type Arrangement = readonly TemplateSection[];

/** Where an item stands: `index` counts from 0, in a section for fields, among the sections otherwise. */
export interface FieldPlace {
  sectionId: string;
  index: number;
}

export type Direction = 'up' | 'down';

export function isFields(section: TemplateSection): section is FieldsSection {
  return section.kind === 'fields';
}

export function fieldsSections(sections: Arrangement): FieldsSection[] {
  return sections.filter(isFields);
}

export function allFields(sections: Arrangement): TemplateField[] {
  return fieldsSections(sections).flatMap(({ fields }) => fields);
}

/** The sections that people find on pages and in forms: those without fields are not shown. */
export function withoutEmpty(sections: Arrangement): Arrangement {
  return sections.filter((section) => !isFields(section) || section.fields.length > 0);
}

export function fieldById(sections: Arrangement, id: string): TemplateField | undefined {
  return allFields(sections).find((field) => field.id === id);
}

export function placeOfField(sections: Arrangement, id: string): FieldPlace | undefined {
  for (const section of fieldsSections(sections)) {
    const index = section.fields.findIndex((field) => field.id === id);
    if (index !== -1) return { sectionId: section.id, index };
  }
  return undefined;
}

export function withSection(sections: Arrangement, section: TemplateSection, index = sections.length): Arrangement {
  return sections.toSpliced(index, 0, section);
}

export function withTitle(sections: Arrangement, id: string, title: string): Arrangement {
  return sections.map((section) => (isFields(section) && section.id === id ? { ...section, title } : section));
}

export function withoutSection(sections: Arrangement, id: string): Arrangement {
  return sections.filter((section) => section.id !== id);
}

/** Puts a section where it is the `index`-th. */
export function moveSection(sections: Arrangement, id: string, index: number): Arrangement {
  const section = sections.find((one) => one.id === id);
  return section === undefined ? sections : withSection(withoutSection(sections, id), section, index);
}

/** Adds a field to a section; at its end unless told where. */
export function withField(sections: Arrangement, field: TemplateField, sectionId: string, index?: number): Arrangement {
  return sections.map((section) =>
    isFields(section) && section.id === sectionId
      ? { ...section, fields: section.fields.toSpliced(index ?? section.fields.length, 0, field) }
      : section,
  );
}

export function withoutField(sections: Arrangement, id: string): Arrangement {
  return sections.map((section) =>
    isFields(section) && section.fields.some((field) => field.id === id)
      ? { ...section, fields: section.fields.filter((field) => field.id !== id) }
      : section,
  );
}

export function withChangedField(sections: Arrangement, changed: TemplateField): Arrangement {
  return sections.map((section) =>
    isFields(section) && section.fields.some(({ id }) => id === changed.id)
      ? { ...section, fields: section.fields.map((field) => (field.id === changed.id ? changed : field)) }
      : section,
  );
}

/** Puts a field where it is the `index`-th of a section. */
export function moveField(sections: Arrangement, id: string, to: FieldPlace): Arrangement {
  const field = fieldById(sections, id);
  return field === undefined ? sections : withField(withoutField(sections, id), field, to.sectionId, to.index);
}

/** Where a field comes one step further: beyond the edge of its section lies the next section of fields. */
export function fieldStep(sections: Arrangement, id: string, direction: Direction): FieldPlace | undefined {
  const place = placeOfField(sections, id);
  if (place === undefined) return undefined;
  const list = fieldsSections(sections);
  const at = list.findIndex((section) => section.id === place.sectionId);
  if (direction === 'up') {
    if (place.index > 0) return { ...place, index: place.index - 1 };
    const before = list[at - 1];
    return before === undefined ? undefined : { sectionId: before.id, index: before.fields.length };
  }
  if (place.index < (list[at]?.fields.length ?? 0) - 1) return { ...place, index: place.index + 1 };
  const after = list[at + 1];
  return after === undefined ? undefined : { sectionId: after.id, index: 0 };
}

/** Where a section comes one step further. */
export function sectionStep(sections: Arrangement, id: string, direction: Direction): number | undefined {
  const index = sections.findIndex((section) => section.id === id) + (direction === 'up' ? -1 : 1);
  return index < 0 || index >= sections.length ? undefined : index;
}

/** The field or section that takes the focus when one is gone: the next in its place, else the one before. */
export function neighbourOf(sections: Arrangement, id: string): string | undefined {
  const place = placeOfField(sections, id);
  const siblings =
    place === undefined
      ? sections
      : (fieldsSections(sections).find((section) => section.id === place.sectionId)?.fields ?? []);
  const index = siblings.findIndex((one) => one.id === id);
  return siblings[index + 1]?.id ?? siblings[index - 1]?.id;
}
