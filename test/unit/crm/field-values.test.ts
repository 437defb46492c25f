import type { TemplateField } from '../../../src/contract';
import { checkFieldChanges, checkNewFields } from '../../../src/crm/field-values';
import type { TemplateRecord } from '../../../src/store/site-config';

const text = (id: string, more: Partial<TemplateField> = {}): TemplateField => ({
  id,
  kind: 'text',
  label: id,
  required: false,
  ...more,
});

function template(...fields: TemplateField[]): TemplateRecord {
  const sections = [{ id: 's', kind: 'fields' as const, title: 'S', fields }];
  const removed = [{ field: text('old'), removedAt: '2026-01-01T00:00:00.000Z' }];
  return { version: 1, value: { sections, removed, syncedAt: 0 }, updatedAt: '2026-01-01T00:00:00.000Z' };
}

const culprit = (checked: object) => ('error' in checked ? (checked.error as { field?: string }).field : undefined);

describe('changes of fields', () => {
  it('are free while no admin arranged a template', () => {
    expect(checkFieldChanges(undefined, {}, { any: 1, thing: null }, 'changes.fields')).toEqual({
      changes: { any: 1, thing: null },
    });
  });

  it('are refused where the template does not allow them, by the path of the first culprit', () => {
    const given = { a: 'fine', n: 'five' };
    expect(checkFieldChanges(template(text('a'), text('n', { kind: 'number' })), {}, given, 'changes.fields')).toEqual({
      ok: false,
      error: { code: 'invalid', message: 'changes.fields.n: is no number', field: 'changes.fields.n' },
    });
  });

  it('may keep or clear a value of a field that the template does not have, and never give it another', () => {
    const before = { old: 'x', stray: 1 };
    expect(checkFieldChanges(template(), before, { old: 'x', stray: 1 }, 'f')).toEqual({ changes: {} });
    expect(checkFieldChanges(template(), before, { old: null, stray: null }, 'f')).toEqual({
      changes: { old: null, stray: null },
    });
    expect(culprit(checkFieldChanges(template(), before, { old: 'y' }, 'f'))).toBe('f.old');
    expect(culprit(checkFieldChanges(template(), {}, { stray: 1 }, 'f'))).toBe('f.stray');
  });

  it('may keep a value that would no longer be valid', () => {
    const choice = text('c', { kind: 'choice', options: [{ id: 'new', label: 'New' }] });
    expect(checkFieldChanges(template(choice), { c: 'gone' }, { c: 'gone' }, 'f')).toEqual({ changes: {} });
  });

  it('take an empty text and an empty list for no value, and trim what is matched as a whole', () => {
    const choices = text('c', { kind: 'choices', options: [{ id: 'a', label: 'A' }] });
    const given = { t: '  ', c: [], m: ' a@b.example ', n: ' as is ' };
    expect(
      checkFieldChanges(
        template(text('t'), choices, text('m', { kind: 'email' }), text('n')),
        { t: 'x', c: ['a'] },
        given,
        'f',
      ),
    ).toEqual({ changes: { t: null, c: null, m: 'a@b.example', n: ' as is ' } });
  });

  it('cannot empty a required field, but a record without a value of it can be saved', () => {
    const required = template(text('r', { required: true }), text('a'));
    expect(culprit(checkFieldChanges(required, { r: 'x' }, { r: null }, 'f'))).toBe('f.r');
    expect(culprit(checkFieldChanges(required, { r: 'x' }, { r: ' ' }, 'f'))).toBe('f.r');
    expect(checkFieldChanges(required, {}, { a: 'x' }, 'f')).toEqual({ changes: { a: 'x' } });
    expect(checkFieldChanges(required, {}, { r: null }, 'f')).toEqual({ changes: {} });
  });
});

describe('the fields of a new record', () => {
  it('need a value for each required field', () => {
    const required = template(text('a'), text('r', { required: true }));
    expect(culprit(checkNewFields(required, { a: 'x' }, 'contact.fields'))).toBe('contact.fields.r');
    expect(culprit(checkNewFields(required, { r: ' ' }, 'contact.fields'))).toBe('contact.fields.r');
    expect(checkNewFields(required, { a: '', r: 'x' }, 'contact.fields')).toEqual({ fields: { r: 'x' } });
  });

  it('are free while no admin arranged a template', () => {
    expect(checkNewFields(undefined, { any: '' }, 'contact.fields')).toEqual({ fields: { any: '' } });
  });
});
