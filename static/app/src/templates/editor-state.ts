import type { RemovedField, Template, TemplateField, TemplateSection } from '../contract';
import {
  type Arrangement,
  allFields,
  fieldById,
  fieldsSections,
  isFields,
  placeOfField,
  withField,
} from './arrangement';
import { mergedArrangement } from './merge';
import { sameArrangement } from './tidy';

/** A template as it is saved, what somebody is making of it, and the way back, step by step. */
export interface EditorState {
  base: Template;
  sections: Arrangement;
  past: readonly { sections: Arrangement; step: string | undefined }[];
  /** What somebody else made of it meanwhile, until it is decided what holds. */
  theirs?: Template;
}

const mostSteps = 100;

export function opened(base: Template): EditorState {
  return { base, sections: base.sections, past: [] };
}

/** One more step. Steps of the same name in a row, like letters typed into one field, are one. */
export function arranged(state: EditorState, sections: Arrangement, step?: string): EditorState {
  if (step !== undefined && state.past.at(-1)?.step === step) return { ...state, sections };
  return { ...state, sections, past: [...state.past, { sections: state.sections, step }].slice(-mostSteps) };
}

export function undone(state: EditorState): EditorState {
  const last = state.past.at(-1);
  return last === undefined ? state : { ...state, sections: last.sections, past: state.past.slice(0, -1) };
}

export function isDirty({ base, sections }: EditorState): boolean {
  return !sameArrangement(sections, base.sections);
}

/**
 * What a newer reading makes of the state. What was arranged stays, beside `theirs` when somebody else arranged the template
 * too. That user sync was turned on or off, or a field emptied, needs no decision.
 */
export function learnt(state: EditorState, read: Template): EditorState {
  if (read.version < (state.theirs ?? state.base).version) return state;
  if (!isDirty(state)) return opened(read);
  if (!sameArrangement(withoutSynced(read.sections), withoutSynced(state.base.sections))) {
    return { ...state, theirs: read };
  }
  return { ...merged(state, read), past: state.past };
}

/** Mine with what they changed besides. The steps before it are no way back any more. */
export function merged(state: EditorState, theirs: Template): EditorState {
  return { base: theirs, sections: mergedArrangement(state.base.sections, theirs, state.sections), past: [] };
}

/** After `sent` was saved as `saved`; what was arranged since then stays unsaved. */
export function savedAs(state: EditorState, sent: Arrangement, saved: Template): EditorState {
  if (sameArrangement(state.sections, sent)) return opened(saved);
  return merged({ ...state, base: { ...saved, sections: [...sent] } }, saved);
}

/** A field outside of the arrangement; `saved` once it is also outside of the saved template. */
export interface FieldLeftOut {
  field: TemplateField;
  saved?: RemovedField;
}

export function leftOut({ base, sections }: EditorState): FieldLeftOut[] {
  const now = allFields(base.sections).filter(({ id }) => fieldById(sections, id) === undefined);
  const before = base.removed.filter(({ field }) => fieldById(sections, field.id) === undefined);
  return [...now.map((field) => ({ field })), ...before.map((saved) => ({ field: saved.field, saved }))];
}

/** The kind of a field is fixed once it was saved, for records may have values of it. */
export function isSavedField({ base }: EditorState, id: string): boolean {
  return fieldById(base.sections, id) !== undefined || base.removed.some(({ field }) => field.id === id);
}

/** The ids of options that records may have. */
export function savedOptions({ base }: EditorState): ReadonlySet<string> {
  const fields = [...allFields(base.sections), ...base.removed.map(({ field }) => field)];
  return new Set(fields.flatMap(({ options = [] }) => options.map(({ id }) => id)));
}

/**
 * Puts a field back where it was, if that section is still there, else at the end of the last one. Undefined when there is
 * no section for it.
 */
export function withFieldBack(state: EditorState, field: TemplateField): Arrangement | undefined {
  const former = placeOfField(state.base.sections, field.id);
  const list = fieldsSections(state.sections);
  const home = list.find(({ id }) => id === former?.sectionId);
  if (former !== undefined && home !== undefined) {
    return withField(state.sections, field, home.id, Math.min(former.index, home.fields.length));
  }
  const last = list.at(-1);
  return last === undefined ? undefined : withField(state.sections, field, last.id);
}

function withoutSynced(sections: Arrangement): TemplateSection[] {
  return sections.filter(isFields);
}
