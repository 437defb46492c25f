import type { TemplateField, TemplateSection } from '../../../static/app/src/contract';
import {
  fieldStep,
  moveField,
  moveSection,
  neighbourOf,
  sectionStep,
  withField,
  withoutField,
} from '../../../static/app/src/templates/arrangement';
import { placeOfDroppedField, placeOfDroppedSection } from '../../../static/app/src/templates/drop-place';
import { movedOption, pastedOptions } from '../../../static/app/src/templates/options';
import {
  hasProblems,
  hasRoomForField,
  hasRoomForSection,
  namesakes,
  problemsOf,
} from '../../../static/app/src/templates/problems';
import { sameArrangement, tidied } from '../../../static/app/src/templates/tidy';
import { section, synced, text } from './build-template';

const sections = [section('A', text('a1'), text('a2')), synced, section('B', text('b1')), section('C')];

/** Sections and fields in order: `A(a1 a2) synced B(b1) C()`. */
function told(arrangement: readonly TemplateSection[]): string {
  return arrangement
    .map((one) => (one.kind === 'synced' ? 'synced' : `${one.id}(${one.fields.map(({ id }) => id).join(' ')})`))
    .join(' ');
}

describe('moving', () => {
  it('puts a field where it is told, within its section or into another', () => {
    expect(told(moveField(sections, 'a1', { sectionId: 'A', index: 1 }))).toBe('A(a2 a1) synced B(b1) C()');
    expect(told(moveField(sections, 'a1', { sectionId: 'B', index: 0 }))).toBe('A(a2) synced B(a1 b1) C()');
    expect(told(moveField(sections, 'a1', { sectionId: 'C', index: 0 }))).toBe('A(a2) synced B(b1) C(a1)');
  });

  it('takes a field step by step through all sections, past the synced one', () => {
    expect(fieldStep(sections, 'a1', 'down')).toEqual({ sectionId: 'A', index: 1 });
    expect(fieldStep(sections, 'a2', 'down')).toEqual({ sectionId: 'B', index: 0 });
    expect(fieldStep(sections, 'b1', 'up')).toEqual({ sectionId: 'A', index: 2 });
    expect(fieldStep(sections, 'b1', 'down')).toEqual({ sectionId: 'C', index: 0 });
    expect(fieldStep(sections, 'a1', 'up')).toBeUndefined();
    expect(fieldStep(moveField(sections, 'b1', { sectionId: 'C', index: 0 }), 'b1', 'down')).toBeUndefined();
  });

  it('moves sections, the synced one too, and not beyond the ends', () => {
    expect(told(moveSection(sections, 'synced', 0))).toBe('synced A(a1 a2) B(b1) C()');
    expect(sectionStep(sections, 'A', 'up')).toBeUndefined();
    expect(sectionStep(sections, 'A', 'down')).toBe(1);
    expect(sectionStep(sections, 'C', 'down')).toBeUndefined();
  });

  it('leaves everything as it was for a field that is not there', () => {
    expect(moveField(sections, 'gone', { sectionId: 'A', index: 0 })).toBe(sections);
  });

  it('gives the focus to the next item in place of one that is removed, else to the one before', () => {
    expect(neighbourOf(sections, 'a1')).toBe('a2');
    expect(neighbourOf(sections, 'a2')).toBe('a1');
    expect(neighbourOf(sections, 'b1')).toBeUndefined();
    expect(neighbourOf(sections, 'C')).toBe('B');
  });

  it('adds to the end and takes out', () => {
    expect(told(withField(sections, text('new'), 'B'))).toBe('A(a1 a2) synced B(b1 new) C()');
    expect(told(withoutField(sections, 'a1'))).toBe('A(a2) synced B(b1) C()');
  });
});

describe('dropping', () => {
  it('puts a field above or below the field that it is dropped on', () => {
    expect(placeOfDroppedField(sections, 'a1', { kind: 'field', id: 'a2', edge: 'bottom' })).toEqual({
      sectionId: 'A',
      index: 1,
    });
    expect(placeOfDroppedField(sections, 'a2', { kind: 'field', id: 'a1', edge: 'top' })).toEqual({
      sectionId: 'A',
      index: 0,
    });
    expect(placeOfDroppedField(sections, 'b1', { kind: 'field', id: 'a1', edge: 'bottom' })).toEqual({
      sectionId: 'A',
      index: 1,
    });
  });

  it('puts a field at the end of a section that it is dropped on, and nowhere on the synced one or itself', () => {
    expect(placeOfDroppedField(sections, 'a1', { kind: 'section', id: 'C' })).toEqual({ sectionId: 'C', index: 0 });
    expect(placeOfDroppedField(sections, 'a1', { kind: 'section', id: 'A' })).toEqual({ sectionId: 'A', index: 1 });
    expect(placeOfDroppedField(sections, 'a1', { kind: 'section', id: 'synced' })).toBeUndefined();
    expect(placeOfDroppedField(sections, 'a1', { kind: 'field', id: 'a1' })).toBeUndefined();
  });

  it('puts a section above or below another', () => {
    expect(placeOfDroppedSection(sections, 'A', { kind: 'section', id: 'B', edge: 'bottom' })).toBe(2);
    expect(placeOfDroppedSection(sections, 'C', { kind: 'section', id: 'A', edge: 'top' })).toBe(0);
    expect(placeOfDroppedSection(sections, 'A', { kind: 'section', id: 'A', edge: 'top' })).toBeUndefined();
  });
});

describe('what is saved', () => {
  const untidy: TemplateField = {
    ...text('a', '  Tier '),
    help: ' ',
    onPanel: false,
    options: [{ id: 'o', label: 'left over from another kind' }],
  };

  it('has no spaces around texts, no empty help, and nothing that the kind has no use for', () => {
    expect(tidied([section('A', untidy)])).toEqual([
      {
        id: 'A',
        kind: 'fields',
        title: 'A',
        fields: [{ id: 'a', kind: 'text', label: 'Tier', required: false }],
      },
    ]);
    expect(sameArrangement([section('A', untidy)], [section('A', text('a', 'Tier'))])).toBe(true);
  });

  it('leaves out blank options, but never one that records may have', () => {
    const choice: TemplateField = {
      ...text('a'),
      kind: 'choice',
      options: [
        { id: 'old', label: '' },
        { id: 'new', label: ' ' },
        { id: 'x', label: 'X' },
      ],
    };
    const [tidy] = tidied([section('A', choice)], new Set(['old']));
    expect(tidy?.kind === 'fields' && tidy.fields[0]?.options?.map(({ id }) => id)).toEqual(['old', 'x']);
  });
});

describe('what has to be put right', () => {
  const choice = (labels: string[]): TemplateField => ({
    ...text('choice'),
    kind: 'choice',
    options: labels.map((label, index) => ({ id: `o${index}`, label })),
  });
  const problemOf = (field: TemplateField, saved: string[] = []) =>
    problemsOf([section('A', field)], new Set(saved)).fields.get(field.id);

  it('is a name that is blank or too long, of a field or a section', () => {
    expect(problemOf(text('a', '  '))?.label).toBe('blank');
    expect(problemOf(text('a', 'x'.repeat(101)))?.label).toBe('long');
    expect(problemOf(text('a', 'x'.repeat(100)))).toBeUndefined();
    expect(problemsOf([{ ...section('A'), title: '' } as TemplateSection], new Set()).titles.get('A')).toBe('blank');
  });

  it('is a help text of more than 500 characters', () => {
    expect(problemOf({ ...text('a'), help: 'x'.repeat(501) })?.help).toBe('long');
  });

  it('is a choice without options, or with one twice', () => {
    expect(problemOf(choice([]))?.options).toBe('none');
    expect(problemOf(choice(['', ' ']))?.options).toBe('none');
    expect(problemOf(choice(['Gold', '', 'gold ']))?.option).toEqual(new Map([['o2', 'twice']]));
    expect(problemOf(choice(['Gold', '']))).toBeUndefined();
    expect(problemOf(choice(['Gold', '']), ['o1'])?.option).toEqual(new Map([['o1', 'blank']]));
  });

  it('is nothing in a good arrangement, and two fields of one name are only pointed out', () => {
    const twins = [section('A', text('one', 'Phone')), section('B', text('two', 'phone '))];
    expect(hasProblems(problemsOf(twins, new Set()))).toBe(false);
    expect(namesakes(twins)).toEqual(new Set(['one', 'two']));
  });

  it('keeps room for the synced section among 30, and takes 100 fields', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => section(`s${index}`));
    expect(hasRoomForSection('contact', many(28))).toBe(true);
    expect(hasRoomForSection('contact', many(29))).toBe(false);
    expect(hasRoomForSection('company', many(29))).toBe(true);
    const fields = Array.from({ length: 100 }, (_, index) => text(`f${index}`));
    expect(hasRoomForField([section('A', ...fields.slice(1))])).toBe(true);
    expect(hasRoomForField([section('A', ...fields)])).toBe(false);
  });
});

describe('options', () => {
  const options = [
    { id: 'a', label: 'Gold' },
    { id: 'b', label: '' },
  ];
  let next = 0;
  const newId = () => {
    next += 1;
    return `n${next}`;
  };

  it('move by one, and not beyond the ends', () => {
    expect(movedOption(options, 0, 1)?.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(movedOption(options, 0, -1)).toBeUndefined();
    expect(movedOption(options, 1, 2)).toBeUndefined();
  });

  it('take a pasted list, a line each, without what is there already and what has no room', () => {
    next = 0;
    expect(pastedOptions(options, 1, 'gold\nSilver\n\n Bronze \nTin', 3, newId)).toEqual([
      { id: 'a', label: 'Gold' },
      { id: 'b', label: 'Silver' },
      { id: 'n1', label: 'Bronze' },
    ]);
  });

  it('leave a single pasted line to the browser', () => {
    expect(pastedOptions(options, 1, 'Silver\n', 3, newId)).toBeUndefined();
  });
});
