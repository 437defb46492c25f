import type { TemplateField, TemplateOf, TemplateSection } from '../../../src/contract';
import { arrangeTemplate } from '../../../src/crm/arrange-template';
import { firstValue } from '../../../src/crm/template-view';
import type { TemplateValue } from '../../../src/store/site-config';

const now = '2026-02-02T00:00:00.000Z';
const field = (id: string, more: Partial<TemplateField> = {}): TemplateField => ({
  id,
  kind: 'text',
  label: id,
  required: false,
  ...more,
});
const section = (id: string, ...fields: TemplateField[]) => ({ id, kind: 'fields' as const, title: id, fields });
const synced: TemplateSection = { id: 'synced', kind: 'synced' };

function arrange(before: TemplateValue, sections: TemplateSection[], of: TemplateOf = 'contact'): TemplateValue {
  const arranged = arrangeTemplate(before, { of, sections, now });
  if ('refusal' in arranged) throw new Error(arranged.refusal.error.message);
  return arranged.value;
}

function culprit(before: TemplateValue, sections: TemplateSection[], of: TemplateOf = 'contact'): string | undefined {
  const arranged = arrangeTemplate(before, { of, sections, now });
  return 'refusal' in arranged ? arranged.refusal.error.field : undefined;
}

describe('an arrangement', () => {
  it('removes the fields that it leaves out, and finds them again by their ids', () => {
    const before = arrange(firstValue, [section('s', field('a'), field('b'))]);
    const without = arrange(before, [section('s', field('a'))]);
    expect(without.removed).toEqual([{ field: field('b'), removedAt: now }]);
    const again = arrange(without, [section('t', field('b', { label: 'B again' }), field('a'))]);
    expect(again).toEqual({
      sections: [section('t', field('b', { label: 'B again' }), field('a'))],
      removed: [],
      syncedAt: 0,
    });
  });

  it('keeps the place of the synced section, also where it does not mention it', () => {
    const before = arrange(firstValue, [section('s'), synced, section('t')]);
    expect(before.syncedAt).toBe(1);
    expect(before.sections).toEqual([section('s'), section('t')]);
    expect(arrange(before, [section('t'), section('s')]).syncedAt).toBe(1);
    expect(arrange(before, []).syncedAt).toBe(0);
  });

  const choice = (...ids: string[]) => field('c', { kind: 'choice', options: ids.map((id) => ({ id, label: id })) });
  it.each<[string, TemplateSection[], string]>([
    ['a section id twice', [section('s'), section('s')], 'sections.1.id'],
    ['the synced section twice', [synced, synced], 'sections.1.id'],
    ['the id of the synced section for another', [section('synced')], 'sections.0.id'],
    ['a field id twice', [section('s', field('a')), section('t', field('b'), field('a'))], 'sections.1.fields.1.id'],
    ['a choice without options', [section('s', field('c', { kind: 'choice' }))], 'sections.0.fields.0.options'],
    [
      'choices without options',
      [section('s', field('c', { kind: 'choices', options: [] }))],
      'sections.0.fields.0.options',
    ],
    ['an option id twice', [section('s', choice('a', 'b', 'a'))], 'sections.0.fields.0.options.2.id'],
    [
      'options of a text',
      [section('s', field('c', { options: [{ id: 'a', label: 'A' }] }))],
      'sections.0.fields.0.options',
    ],
    [
      'more than 100 fields',
      [0, 1].map((at) => section(`s${at}`, ...Array.from({ length: 51 }, (_, i) => field(`${at}-${i}`)))),
      'sections',
    ],
    [
      'more bytes than storage takes',
      [
        section(
          's',
          ...Array.from({ length: 100 }, (_, at) => ({
            ...choice(...Array.from({ length: 100 }, (_, i) => `${i}`.padEnd(100, 'x'))),
            id: `${at}`,
          })),
        ),
      ],
      'sections',
    ],
  ])('cannot have %s', (_, sections, expected) => {
    expect(culprit(firstValue, sections)).toBe(expected);
  });

  it('of companies has neither the synced section nor fields on the panel', () => {
    expect(culprit(firstValue, [synced], 'company')).toBe('sections.0');
    expect(culprit(firstValue, [section('s', field('a', { onPanel: true }))], 'company')).toBe(
      'sections.0.fields.0.onPanel',
    );
    expect(culprit(firstValue, [section('s', field('a', { onPanel: true }))])).toBeUndefined();
  });

  it('cannot change the kind of a field, nor of a removed one whose values may be there', () => {
    const before = arrange(firstValue, [section('s', field('a'))]);
    const asNumber = [section('s', field('a', { kind: 'number' }))];
    expect(culprit(before, asNumber)).toBe('sections.0.fields.0.kind');
    expect(culprit(arrange(before, []), asNumber)).toBe('sections.0.fields.0.kind');
    expect(culprit({ ...before, sections: [] }, asNumber)).toBeUndefined();
  });

  it('cannot put a field back while its values are being emptied', () => {
    const removed = [{ field: field('a'), removedAt: now, emptying: { done: 0 } }];
    expect(culprit({ sections: [], removed, syncedAt: 0 }, [section('s', field('a'))])).toBe('sections.0.fields.0.id');
  });
});
