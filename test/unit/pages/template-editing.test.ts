import type { Template, TemplateSection } from '../../../static/app/src/contract';
import {
  moveField,
  withChangedField,
  withField,
  withoutField,
  withTitle,
} from '../../../static/app/src/templates/arrangement';
import {
  arranged,
  type EditorState,
  isDirty,
  isSavedField,
  learnt,
  leftOut,
  merged,
  opened,
  savedAs,
  undone,
  withFieldBack,
} from '../../../static/app/src/templates/editor-state';
import { mergedArrangement, theirChanges } from '../../../static/app/src/templates/merge';
import { newId } from '../../../static/app/src/templates/new-id';
import { section, synced, text } from './build-template';

const template: Template = {
  of: 'contact',
  version: 3,
  sections: [section('A', text('a1'), text('a2')), section('B', text('b1'))],
  removed: [{ field: text('old'), removedAt: '2026-10-01T00:00:00.000Z' }],
};

const told = (sections: readonly TemplateSection[]) =>
  sections
    .map((one) => (one.kind === 'synced' ? 'synced' : `${one.id}(${one.fields.map(({ label }) => label).join(' ')})`))
    .join(' ');

/** The template as somebody else saved it. */
const theirs = (sections: readonly TemplateSection[], more: Partial<Template> = {}): Template => ({
  ...template,
  version: 4,
  sections: [...sections],
  ...more,
});

const edited = (sections: readonly TemplateSection[]): EditorState => arranged(opened(template), sections);

describe('arranging a template', () => {
  it('is a change only while something differs from what is saved', () => {
    const state = edited(withTitle(template.sections, 'A', 'Contract'));
    expect(isDirty(state)).toBe(true);
    expect(isDirty(arranged(state, withTitle(state.sections, 'A', ' A ')))).toBe(false);
  });

  it('can be undone step by step, a word typed into one field being one step', () => {
    let state = arranged(opened(template), withTitle(template.sections, 'A', 'C'), 'title A');
    state = arranged(state, withTitle(state.sections, 'A', 'Co'), 'title A');
    state = arranged(state, withoutField(state.sections, 'a1'));
    expect(told(undone(state).sections)).toBe('A(a1 a2) B(b1)');
    expect(undone(state).sections[0]).toMatchObject({ title: 'Co' });
    expect(undone(undone(state)).sections).toBe(template.sections);
    expect(undone(opened(template))).toEqual(opened(template));
  });

  it('lists what is left out: what saving will remove, and what was removed before', () => {
    expect(leftOut(edited(withoutField(template.sections, 'a1')))).toEqual([
      { field: text('a1') },
      { field: text('old'), saved: template.removed[0] },
    ]);
  });

  it('puts a field back where it was, or at the end of the last section', () => {
    const state = edited(withoutField(template.sections, 'a1'));
    expect(told(withFieldBack(state, text('a1')) ?? [])).toBe('A(a1 a2) B(b1)');
    expect(told(withFieldBack(state, text('old')) ?? [])).toBe('A(a2) B(b1 old)');
    expect(withFieldBack(edited([synced]), text('old'))).toBeUndefined();
  });

  it('fixes the kind of a field that was ever saved', () => {
    const state = edited(withField(template.sections, text('new'), 'A'));
    expect(['a1', 'old', 'new'].map((id) => isSavedField(state, id))).toEqual([true, true, false]);
  });

  it('gives new items ids that do not repeat', () => {
    const ids = Array.from({ length: 1000 }, newId);
    expect(new Set(ids).size).toBe(1000);
    expect(ids[0]).toMatch(/^[a-z2-9]{10}$/);
  });
});

describe('when somebody else saves meanwhile', () => {
  it('takes theirs where nothing was arranged', () => {
    expect(learnt(opened(template), theirs([section('A')]))).toEqual(opened(theirs([section('A')])));
  });

  it('keeps what was arranged, and asks, where the template was arranged twice', () => {
    const mine = edited(withoutField(template.sections, 'a1'));
    const other = theirs(withTitle(template.sections, 'B', 'Contract'));
    expect(learnt(mine, other)).toEqual({ ...mine, theirs: other });
  });

  it('asks nothing when only user sync was turned on, or a field emptied', () => {
    const mine = edited(withoutField(template.sections, 'a1'));
    const state = learnt(mine, theirs([synced, ...template.sections], { removed: [] }));
    expect(state.theirs).toBeUndefined();
    expect(told(state.sections)).toBe('synced A(a2) B(b1)');
    expect(state.base.version).toBe(4);
  });

  it('believes no reading that is older than what is known', () => {
    const state = opened(theirs(template.sections));
    expect(learnt(state, template)).toBe(state);
  });

  it('keeps mine and adds theirs when told so, and both can be saved', () => {
    const mine = edited(withoutField(template.sections, 'a1'));
    const state = merged(mine, theirs(withField(template.sections, text('new'), 'B')));
    expect(told(state.sections)).toBe('A(a2) B(b1 new)');
    expect(state.base.version).toBe(4);
    expect(isDirty(state)).toBe(true);
  });

  it('keeps what was arranged while the saving was under way', () => {
    const sent = withoutField(template.sections, 'a1');
    const state = arranged(edited(sent), withTitle(sent, 'B', 'Contract'));
    const after = savedAs(state, sent, theirs(sent));
    expect(after.sections[1]).toMatchObject({ title: 'Contract' });
    expect(isDirty(after)).toBe(true);
    expect(isDirty(savedAs(edited(sent), sent, theirs(sent)))).toBe(false);
  });
});

describe('merging two arrangements', () => {
  const base = template.sections;

  it('puts what they added behind what stands before it there, in my order', () => {
    const mine = moveField(base, 'a1', { sectionId: 'B', index: 0 });
    expect(told(mergedArrangement(base, theirs(withField(base, text('new'), 'A', 1)), mine))).toBe(
      'A(new a2) B(a1 b1)',
    );
    expect(told(mergedArrangement(base, theirs([section('N', text('n')), ...base]), mine))).toBe('N(n) A(a2) B(a1 b1)');
  });

  it('takes out what they removed, unless I changed it', () => {
    const gone = theirs(withoutField(base, 'a1'));
    expect(told(mergedArrangement(base, gone, base))).toBe('A(a2) B(b1)');
    const renamed = withChangedField(base, text('a1', 'Tier'));
    expect(told(mergedArrangement(base, gone, renamed))).toBe('A(Tier a2) B(b1)');
  });

  it('takes from each what only they changed; of what both changed mine holds', () => {
    const mine = withChangedField(base, { ...text('a1', 'Mine'), required: true });
    const other = theirs(withChangedField(base, { ...text('a1', 'Theirs'), help: 'Ask first.' }));
    const [first] = mergedArrangement(base, other, mine);
    expect(first?.kind === 'fields' && first.fields[0]).toEqual({
      id: 'a1',
      kind: 'text',
      label: 'Mine',
      required: true,
      help: 'Ask first.',
    });
  });

  it('keeps a section that they removed while I put something into it', () => {
    const other = theirs([section('A', text('a1'), text('a2'))]);
    expect(told(mergedArrangement(base, other, base))).toBe('A(a1 a2)');
    expect(told(mergedArrangement(base, other, withField(base, text('new'), 'B')))).toBe('A(a1 a2) B(new)');
  });

  it('never brings back a field whose values are being emptied', () => {
    const mine = withField(base, text('old'), 'A');
    const other = theirs(base, {
      removed: [{ field: text('old'), removedAt: '2026-10-01T00:00:00.000Z', emptying: { done: 3 } }],
    });
    expect(told(mergedArrangement(base, other, mine))).toBe('A(a1 a2) B(b1)');
  });

  it('says what they did to fields', () => {
    const now = withChangedField(withField(withoutField(base, 'a1'), text('new'), 'B'), text('a2', 'Tier'));
    expect(theirChanges(base, now)).toEqual({ added: ['new'], removed: ['a1'], changed: ['Tier'] });
  });
});
