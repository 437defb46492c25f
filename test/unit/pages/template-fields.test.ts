import type { TemplateField } from '../../../src/contract';
import {
  draftOfValue,
  type FieldDraft,
  fieldChanges,
  fieldProblem,
  sameValue,
  valueOfDraft,
} from '../../../static/app/src/fields/field-draft';
import { fieldProblemTexts, fieldText, isReadable } from '../../../static/app/src/fields/field-text';
import { createFormats } from '../../../static/app/src/formats';

const field = (kind: TemplateField['kind'], more: Partial<TemplateField> = {}): TemplateField => ({
  id: 'f',
  kind,
  label: 'Field',
  required: false,
  ...more,
});

const options = [
  { id: 'a', label: 'Alpha' },
  { id: 'b', label: 'Beta' },
];

describe('what stands in a control becomes a value', () => {
  it.each<[TemplateField, FieldDraft, unknown]>([
    [field('text'), ' Head of Optics ', 'Head of Optics'],
    [field('text'), '  ', null],
    [field('long-text'), 'one\ntwo\n', 'one\ntwo\n'],
    [field('number'), '1234.5', 1234.5],
    [field('number'), '-7', -7],
    [field('number'), '0,5', 0.5],
    [field('yes-no'), 'no', false],
    [field('yes-no'), '', null],
    [field('choice', { options }), 'a', 'a'],
    [field('choices', { options }), [], null],
    [field('choices', { options }), ['b'], ['b']],
    [field('date'), '2024-02-29', '2024-02-29'],
  ])('%#', (of, draft, value) => {
    expect(valueOfDraft(of, draft)).toEqual(value);
    expect(fieldProblem(of, draft)).toBeUndefined();
  });

  it('and back again', () => {
    expect(draftOfValue(field('yes-no'), false)).toBe('no');
    expect(draftOfValue(field('number'), 0)).toBe('0');
    expect(draftOfValue(field('text'), undefined)).toBe('');
  });

  it('without options that the template no longer has', () => {
    expect(draftOfValue(field('choices', { options }), ['gone', 'b'])).toEqual(['b']);
    expect(draftOfValue(field('choice', { options }), 'gone')).toBe('');
  });
});

describe('what is wrong is known before it is sent', () => {
  it.each<[TemplateField, FieldDraft, string]>([
    [field('text', { required: true }), ' ', 'required'],
    [field('choices', { required: true, options }), [], 'required'],
    [field('text'), 'x'.repeat(256), 'long'],
    [field('number'), 'many', 'number'],
    [field('number'), '1,234', 'number'],
    [field('number'), '9'.repeat(400), 'number'],
    [field('date'), '2023-02-29', 'date'],
    [field('email'), 'nobody', 'email'],
    [field('phone'), 'call me', 'phone'],
    [field('link'), 'example.com', 'link'],
    [field('link'), 'javascript:alert(1)', 'link'],
  ])('%#: %j', (of, draft, problem) => {
    expect(fieldProblem(of, draft)).toBe(problem);
  });
});

describe('changes of fields', () => {
  const fields = [field('text', { id: 'role' }), field('choices', { id: 'topics', options })];

  it('hold only what differs, and clear with null', () => {
    expect(fieldChanges(fields, { role: 'Clerk', topics: ['a', 'b'] }, { role: '', topics: ['b', 'a'] })).toEqual({
      role: null,
    });
  });

  it('leave values alone whose field was removed', () => {
    expect(fieldChanges(fields, { gone: 'x' }, { gone: '' })).toEqual({});
  });

  it('do not care in which order options were chosen', () => {
    expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(true);
    expect(sameValue(['a'], ['b'])).toBe(false);
    expect(sameValue(undefined, null)).toBe(true);
  });
});

describe('values as people read them', () => {
  const german = createFormats('de-DE', 'America/Los_Angeles');

  it('follow the language, and days are the same in every time zone', () => {
    expect(fieldText(field('date'), '2024-03-01', german)).toBe('01.03.2024');
    expect(fieldText(field('number'), 1234.56789, german)).toBe('1.234,56789');
  });

  it('show options by their label, in the order of the template', () => {
    expect(fieldText(field('choices', { options }), ['b', 'a'], createFormats('en-US', 'UTC'))).toBe('Alpha and Beta');
  });
});

describe('a value of options', () => {
  it('is shown as long as one of them is still in the template', () => {
    expect(isReadable(field('choices', { options }), ['gone', 'b'])).toBe(true);
    expect(isReadable(field('choices', { options }), ['gone'])).toBe(false);
    expect(isReadable(field('choice', { options }), 'gone')).toBe(false);
    expect(isReadable(field('text'), 'gone')).toBe(true);
  });
});

describe('what is wrong in a form', () => {
  const fields = [field('text', { id: 'role', required: true }), field('number', { id: 'floor' })];

  it('is told by field, of a new record all of it', () => {
    const found = fieldProblemTexts(fields, { floor: 'high' }, undefined);
    expect(Object.keys(found)).toEqual(['role', 'floor']);
  });

  it('is of a record that there is only what the person touched', () => {
    expect(Object.keys(fieldProblemTexts(fields, { floor: 'high' }, { floor: null }))).toEqual(['floor']);
    expect(fieldProblemTexts(fields, { floor: 'high' }, {})).toEqual({});
  });
});
