import { issueNamedIn } from '../../../src/jira/read-issue';

describe('the issue that a browser names', () => {
  it.each([
    [{ id: '10001', key: 'HELP-1' }, '10001'],
    [{ key: 'HELP-1' }, 'HELP-1'],
    [{ id: 'junk', key: 'A1_B-22' }, 'A1_B-22'],
  ])('%j is %j', (place, named) => {
    expect(issueNamedIn(place)).toBe(named);
  });

  it.each([
    [undefined],
    [null],
    ['HELP-1'],
    [{ id: 10001 }],
    [{ id: '0' }],
    [{ id: '1/../2' }],
    [{ id: '1\n' }],
    [{ id: '%2E%2E' }],
    [{ key: 'help' }],
    [{ key: 'HELP-1?x' }],
    [{ key: '../myself' }],
    [{ key: `${'A'.repeat(255)}-1` }],
  ])('%j is none', (place) => {
    expect(issueNamedIn(place)).toBeUndefined();
  });
});
