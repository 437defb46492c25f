import { isWanted } from './evaluate';
import { parseExpression } from './parse';

const event = {
  issue: { key: 'HELP-1', fields: { project: { key: 'HELP' }, assignee: null, labels: ['a', 'b'] } },
  changelog: { items: [{ field: 'status' }, { field: 'reporter', from: null }] },
};

const value = (text: string): boolean => isWanted(parseExpression(text), event);

describe('expressions', () => {
  it.each([
    [`event.changelog.items.some(i => i.field == 'reporter')`, true],
    [`event.changelog.items.every((item) => item.field == "reporter")`, false],
    [`event.changelog.items.map(i => i.field).includes('reporter')`, true],
    [`event.changelog.items.filter(i => i.field != 'status').length == 1`, true],
    [`event.issue.fields.project.key == 'OPS' || !(event.issue['key'] == 'HELP-2')`, true],
    [`event.issue.fields.assignee?.accountId == null && true`, true],
    [`event.issue.fields.labels[1] == 'b'`, true],
    [`false && event.nothing`, false],
  ])('%s gives %s', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it.each([
    'event.issue.key',
    'event.nothing == null',
    'event.nothing?.more == null',
    'event.issue.fields.assignee.accountId == null',
    'event.issue == event.issue',
    '!event.issue.key',
  ])('%s is an error when it is evaluated', (text) => {
    const expression = parseExpression(text);
    expect(() => isWanted(expression, event)).toThrow();
  });

  it.each([
    'event.changelog.items.find(i => true)',
    'user.accountId == 1',
    'event.issue.key +',
    'event.issue.key < 3',
    'let x = 1; x == 1',
    "'open",
    '',
  ])('%s is refused when it is read', (text) => {
    expect(() => parseExpression(text)).toThrow();
  });
});
