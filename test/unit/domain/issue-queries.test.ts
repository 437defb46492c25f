import {
  asList,
  asOpenWalk,
  issuesMissingCompany,
  issuesOfCompany,
  issuesOfContact,
  issuesOfProjects,
} from '../../../src/domain/issue-queries';

const customer = 'qm:7b0f3a1e-4c2d:9c1d';

describe('the query for issues', () => {
  it('of a contact names its accounts and itself', () => {
    expect(issuesOfContact('c1', [customer, 'a2'])).toBe(`(reporter in ("${customer}", "a2") OR kithContact = "c1")`);
    expect(issuesOfContact('c1', [])).toBe('kithContact = "c1"');
  });

  it('of a company', () => expect(issuesOfCompany('k1')).toBe('kithCompanyId = "k1"'));

  it('that contacts have and a company has not finds none that the company has', () =>
    expect(issuesMissingCompany('k1', ['c1'], ['a1'])).toBe(
      '(reporter in ("a1") OR kithContact in ("c1")) AND (kithCompanyId is EMPTY OR kithCompanyId != "k1")',
    ));

  it('of projects, or of all but these', () => {
    expect(issuesOfProjects('not in', ['10000', '10001'])).toBe('project not in ("10000", "10001")');
    expect(issuesOfProjects('in', [])).toBeUndefined();
  });

  it('is a list with the latest change first, or a walk through open ones with the oldest first', () => {
    expect(asList('x = 1', false)).toBe('x = 1 ORDER BY updated DESC');
    expect(asList('x = 1', true)).toBe('x = 1 AND statusCategory != Done ORDER BY updated DESC');
    expect(asOpenWalk('x = 1')).toBe('x = 1 AND statusCategory != Done ORDER BY created ASC');
    expect(asOpenWalk(undefined)).toBe('statusCategory != Done ORDER BY created ASC');
  });

  it.each(['', '"', 'a" OR project is not EMPTY OR kithContact = "b', 'a b', 'a\\', 'a,b', 'x'.repeat(129)])(
    'never takes what is no id: %p',
    (forged) => {
      expect(() => issuesOfContact(forged, [])).toThrow(RangeError);
      expect(() => issuesOfContact('c1', [forged])).toThrow(RangeError);
      expect(() => issuesOfCompany(forged)).toThrow(RangeError);
    },
  );
});
