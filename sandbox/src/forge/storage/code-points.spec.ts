import { afterPrefix, compareCodePoints } from './code-points';

const samples = [
  '',
  'A',
  'Z',
  'a',
  'ab',
  'b',
  'é',
  '\ud7ff',
  '\ue000',
  '\uffee',
  '\u{10000}',
  '\u{1f600}',
  '\u{1f600}a',
  '\u{10ffff}',
];

test('strings compare as their UTF-8 bytes do', () => {
  for (const a of samples) {
    for (const b of samples) {
      expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
    }
  }
});

test.each([
  ['abc', 'abd'],
  ['a\ud7ff', 'a\ue000'],
  ['a\uffff', 'a\u{10000}'],
  ['a\u{10ffff}', 'b'],
  ['\u{10ffff}', undefined],
  ['', undefined],
])('what follows everything that begins with %j is %j', (prefix, next) => {
  expect(afterPrefix(prefix)).toBe(next);
});
