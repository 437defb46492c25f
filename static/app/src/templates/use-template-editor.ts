import { type Dispatch, type RefObject, type SetStateAction, useEffect, useRef, useState } from 'react';
import type { FieldsSection, Template, TemplateField } from '../contract';
import { t } from '../texts/t';
import {
  type Arrangement,
  type Direction,
  type FieldPlace,
  fieldById,
  fieldStep,
  fieldsSections,
  isFields,
  moveField,
  moveSection,
  neighbourOf,
  placeOfField,
  sectionStep,
  withChangedField,
  withField,
  withoutField,
  withoutSection,
  withSection,
  withTitle,
} from './arrangement';
import { arranged, type EditorState, opened, undone, withFieldBack } from './editor-state';
import { newId } from './new-id';

/** What can be done to a template while it is arranged. Every move is said aloud, and the focus stays with what was moved. */
export interface TemplateEditing {
  state: EditorState;
  setState: Dispatch<SetStateAction<EditorState>>;
  root: RefObject<HTMLDivElement>;
  announcement: string;
  announce: (text: string) => void;
  /** The field whose details are open. */
  openField: string | undefined;
  open: (id: string | undefined) => void;
  focus: (what: FocusPart, id: string) => void;
  addSection: () => void;
  rename: (id: string, title: string) => void;
  removeSection: (section: FieldsSection) => void;
  moveSectionTo: (id: string, index: number | undefined) => void;
  stepSection: (id: string, direction: Direction) => void;
  addField: (sectionId: string) => void;
  /** Changes of the same `part` in a row are one step back. */
  changeField: (field: TemplateField, part: string) => void;
  removeField: (field: TemplateField) => void;
  moveFieldTo: (id: string, place: FieldPlace | undefined) => void;
  stepField: (id: string, direction: Direction) => void;
  putBack: (field: TemplateField) => void;
  undo: () => void;
}

export type FocusPart = 'save' | 'handle' | 'title' | 'label' | 'add' | 'edit';

export function nameOf({ label }: TemplateField): string {
  return label.trim() === '' ? t('templates.field.unnamed') : label.trim();
}

export function titleOf({ title }: FieldsSection): string {
  return title.trim() === '' ? t('templates.section.unnamed') : title.trim();
}

export function useTemplateEditor(template: Template): TemplateEditing {
  const [state, setState] = useState(() => opened(template));
  const [openField, open] = useState<string>();
  const [announcement, announce] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const wanted = useRef<string>();

  useEffect(() => {
    if (wanted.current === undefined) return;
    const [what, id = ''] = wanted.current.split(' ');
    wanted.current = undefined;
    const element = root.current?.querySelector<HTMLElement>(`[data-focus="${what} ${CSS.escape(id)}"]`);
    element?.focus();
    element?.scrollIntoView({ block: 'nearest' });
  });

  const { sections } = state;
  const focus = (what: FocusPart, id: string) => {
    wanted.current = `${what} ${id}`;
  };
  const arrange = (next: Arrangement, step?: string) => setState((now) => arranged(now, next, step));

  const moveSectionTo = (id: string, index: number | undefined) => {
    focus('handle', id);
    const section = sections.find((one) => one.id === id);
    if (section === undefined || index === undefined) return announce(t('templates.moved.nowhere'));
    arrange(moveSection(sections, id, index));
    const name = isFields(section) ? titleOf(section) : t('contacts.synced.heading');
    announce(t('templates.moved.section', { name, position: index + 1, count: sections.length }));
  };

  const moveFieldTo = (id: string, place: FieldPlace | undefined) => {
    focus('handle', id);
    const field = fieldById(sections, id);
    if (field === undefined || place === undefined) return announce(t('templates.moved.nowhere'));
    const next = moveField(sections, id, place);
    const section = fieldsSections(next).find((one) => one.id === place.sectionId);
    if (section === undefined) return;
    arrange(next);
    announce(
      t('templates.moved.field', {
        name: nameOf(field),
        section: titleOf(section),
        position: place.index + 1,
        count: section.fields.length,
      }),
    );
  };

  return {
    state,
    setState,
    root,
    announcement,
    announce,
    openField,
    open,
    focus,
    addSection: () => {
      const id = newId();
      arrange(withSection(sections, { id, kind: 'fields', title: '', fields: [] }));
      focus('title', id);
      announce(t('templates.section.added'));
    },
    rename: (id, title) => arrange(withTitle(sections, id, title), `title ${id}`),
    removeSection: (section) => {
      const neighbour = neighbourOf(sections, section.id);
      arrange(withoutSection(sections, section.id));
      if (neighbour === undefined) focus('add', 'section');
      else focus('handle', neighbour);
      announce(t('templates.section.removed', { name: titleOf(section), count: section.fields.length }));
    },
    moveSectionTo,
    stepSection: (id, direction) => moveSectionTo(id, sectionStep(sections, id, direction)),
    addField: (sectionId) => {
      const id = newId();
      arrange(withField(sections, { id, kind: 'text', label: '', required: false }, sectionId));
      open(id);
      focus('label', id);
      announce(t('templates.field.added'));
    },
    changeField: (field, part) => arrange(withChangedField(sections, field), `${part} ${field.id}`),
    removeField: (field) => {
      const neighbour = neighbourOf(sections, field.id);
      const section = placeOfField(sections, field.id)?.sectionId ?? '';
      arrange(withoutField(sections, field.id));
      if (neighbour === undefined) focus('add', section);
      else focus('handle', neighbour);
      announce(t('templates.field.removed', { name: nameOf(field) }));
    },
    moveFieldTo,
    stepField: (id, direction) => moveFieldTo(id, fieldStep(sections, id, direction)),
    putBack: (field) => {
      const next = withFieldBack(state, field) ?? withField(withNewSection(sections), field, 'details');
      arrange(next);
      focus('handle', field.id);
      const place = placeOfField(next, field.id);
      const section = fieldsSections(next).find(({ id }) => id === place?.sectionId);
      if (section !== undefined) {
        announce(t('templates.removed.isBack', { name: nameOf(field), section: titleOf(section) }));
      }
    },
    undo: () => {
      setState(undone);
      announce(t('templates.save.undone'));
    },
  };
}

function withNewSection(sections: Arrangement): Arrangement {
  return withSection(sections, { id: 'details', kind: 'fields', title: t('templates.section.first'), fields: [] });
}
