import type { FieldKind, TemplateField } from '../../../src/contract';
import { whyNoValue } from '../../../src/crm/value-of-kind';
import type { FieldValue } from '../../../src/domain/contact';

const options = [
  { id: 'red', label: 'Red' },
  { id: 'blue', label: 'Blue' },
];

function field(kind: FieldKind): TemplateField {
  const common = { id: 'f', kind, label: 'F', required: false };
  return kind === 'choice' || kind === 'choices' ? { ...common, options } : common;
}

const good: [FieldKind, FieldValue][] = [
  ['text', 'a'],
  ['text', 'x'.repeat(255)],
  ['long-text', 'x'.repeat(32_000)],
  ['number', 0],
  ['number', -1.5],
  ['date', '2024-02-29'],
  ['yes-no', false],
  ['choice', 'red'],
  ['choices', ['blue', 'red']],
  ['email', 'a.b@c.example'],
  ['phone', '110'],
  ['phone', '+49 (30) 1234-56/7'],
  ['phone', '555.0100 ext. 12'],
  ['phone', '+1 555 0100 x7'],
  ['link', 'https://kith.example/a?b=c#d'],
  ['link', 'HTTP://kith.example:8080'],
];

const bad: [FieldKind, FieldValue][] = [
  ['text', 'x'.repeat(256)],
  ['text', 5],
  ['text', ['a']],
  ['long-text', 'x'.repeat(32_001)],
  ['number', '5'],
  ['number', Number.POSITIVE_INFINITY],
  ['number', Number.NaN],
  ['date', '2023-02-29'],
  ['date', '2024-2-3'],
  ['date', '2024-13-01'],
  ['date', '2024-01-01T00:00:00Z'],
  ['date', 20240101],
  ['yes-no', 'yes'],
  ['yes-no', 1],
  ['choice', 'green'],
  ['choice', 'Red'],
  ['choice', ['red']],
  ['choices', 'red'],
  ['choices', ['red', 'green']],
  ['choices', ['red', 'red']],
  ['email', 'a'],
  ['email', 'a@b@c'],
  ['email', 'a b@c.example'],
  ['email', `${'x'.repeat(250)}@b.cd`],
  ['phone', '12'],
  ['phone', '+()'],
  ['phone', '555 CALL NOW'],
  ['phone', '5+5 0100'],
  ['phone', '1'.repeat(41)],
  ['link', 'kith.example'],
  ['link', 'mailto:a@b.example'],
  ['link', 'javascript:alert(1)'],
  ['link', 'ftp://kith.example'],
  ['link', 'https:kith.example'],
  ['link', 'https://'],
  ['link', 'https://kith.example/a b'],
];

describe('a field', () => {
  it.each(good)('of kind %s takes %j', (kind, value) => {
    expect(whyNoValue(field(kind), value)).toBeUndefined();
  });

  it.each(bad)('of kind %s refuses %j', (kind, value) => {
    expect(whyNoValue(field(kind), value)).toEqual(expect.any(String));
  });
});
