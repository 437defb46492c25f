import { type Arrangement, type FieldPlace, fieldsSections, placeOfField } from './arrangement';

/** What is dragged, or what it is dropped on. */
export interface Dragged {
  kind: 'field' | 'section';
  id: string;
}

export interface DropTarget extends Dragged {
  edge?: 'top' | 'bottom';
}

/** Where a field comes when it is dropped on a field or on a section; there it comes to the end. */
export function placeOfDroppedField(sections: Arrangement, id: string, target: DropTarget): FieldPlace | undefined {
  const from = placeOfField(sections, id);
  if (from === undefined || target.id === id) return undefined;
  if (target.kind === 'section') {
    const section = fieldsSections(sections).find((one) => one.id === target.id);
    if (section === undefined) return undefined;
    return { sectionId: section.id, index: section.fields.length - (from.sectionId === section.id ? 1 : 0) };
  }
  const at = placeOfField(sections, target.id);
  if (at === undefined) return undefined;
  const before = at.index + (target.edge === 'bottom' ? 1 : 0);
  const shift = from.sectionId === at.sectionId && from.index < before ? 1 : 0;
  return { sectionId: at.sectionId, index: before - shift };
}

/** Where a section comes when it is dropped on another. */
export function placeOfDroppedSection(sections: Arrangement, id: string, target: DropTarget): number | undefined {
  const from = sections.findIndex((section) => section.id === id);
  const at = sections.findIndex((section) => section.id === target.id);
  if (from === -1 || at === -1 || from === at) return undefined;
  const before = at + (target.edge === 'bottom' ? 1 : 0);
  return before - (from < before ? 1 : 0);
}
