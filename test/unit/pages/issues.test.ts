import type { IssueSettings, IssueSteps, IssueSummary } from '../../../src/contract';
import {
  differences,
  looksForNoContact,
  mergedDraft,
  takesNoStep,
  withoutProject,
  withProject,
  withStepsOf,
} from '../../../static/app/src/issue-settings/settings-draft';
import { countOf, groupsOf } from '../../../static/app/src/issues/group-issues';
import { withOrganization } from '../../../static/app/src/organizations/with-organization';

const issue = (key: string, statusCategory: IssueSummary['statusCategory']): IssueSummary => ({
  key,
  summary: `About ${key}`,
  status: 'A status',
  statusCategory,
  updatedAt: '2026-11-02T12:00:00.000Z',
});

describe('issues of a contact or a company', () => {
  const first = { items: [issue('A-4', 'new'), issue('A-3', 'indeterminate')], cursor: 'next' };
  const last = { items: [issue('A-3', 'done'), issue('A-2', 'done'), issue('A-1', 'indeterminate')] };

  it('come by status, what is worked on first and what is over last, in the order of the list', () => {
    const groups = groupsOf([first, last]).map(({ category, issues }) => [category, issues.map(({ key }) => key)]);
    expect(groups).toEqual([
      ['indeterminate', ['A-3', 'A-1']],
      ['new', ['A-4']],
      ['done', ['A-2']],
    ]);
  });

  it('have no group without an issue', () => {
    expect(groupsOf([])).toEqual([]);
    expect(groupsOf([{ items: [issue('A-2', 'done')] }]).map(({ category }) => category)).toEqual(['done']);
  });

  it('are counted once the last page was read, each once', () => {
    expect(countOf([])).toBeUndefined();
    expect(countOf([first])).toBeUndefined();
    expect(countOf([first, last])).toBe(4);
  });
});

const every: IssueSteps = { account: true, email: true, 'contact-company': true, domain: true };
const none: IssueSteps = { account: false, email: false, 'contact-company': false, domain: false };
const help = { id: '1', key: 'HELP', name: 'Help desk' };
const ops = { id: '2', key: 'OPS', name: 'Operations' };
const base: IssueSettings = { version: 3, steps: every, projects: [{ ...help, steps: none }] };

describe('how the company of an issue is found', () => {
  it('nothing is written where no step is taken', () => {
    expect(takesNoStep(none)).toBe(true);
    expect(takesNoStep({ ...none, domain: true })).toBe(false);
  });

  it('taking the company of a contact needs a contact', () => {
    expect(looksForNoContact({ ...none, 'contact-company': true })).toBe(true);
    expect(looksForNoContact({ ...none, 'contact-company': true, email: true })).toBe(false);
    expect(looksForNoContact(none)).toBe(false);
  });

  it('a project with steps of its own begins with those for all, and is there once', () => {
    const added = withProject(base, ops);
    expect(added.projects).toEqual([
      { ...help, steps: none },
      { ...ops, steps: every },
    ]);
    expect(withProject(added, ops)).toBe(added);
  });

  it('there are at most 200 of them', () => {
    const projects = Array.from({ length: 200 }, (_, index) => ({ ...ops, id: `${index + 10}`, steps: none }));
    expect(withProject({ steps: every, projects }, help).projects).toHaveLength(200);
  });

  it('differs by steps, not by the order or the names of projects', () => {
    const two = withProject(base, ops);
    const turned = { ...two, projects: [...two.projects].reverse().map((one) => ({ ...one, name: 'Renamed' })) };
    expect(differences(two, turned)).toEqual([]);
    expect(differences(two, { ...two, steps: none })).toEqual(['all']);
    expect(differences(two, withStepsOf(two, '2', none))).toEqual(['2']);
    expect(differences(two, withoutProject(two, '1'))).toEqual(['1']);
  });
});

describe('what two admins decide about it at the same time', () => {
  it('is merged where they decide about different things', () => {
    const mine = withProject({ ...base, steps: { ...every, domain: false } }, ops);
    const theirs = { ...base, projects: [{ ...help, steps: { ...none, account: true } }] };
    expect(mergedDraft(base, theirs, mine)).toEqual({
      draft: {
        steps: { ...every, domain: false },
        projects: [
          { ...help, steps: { ...none, account: true } },
          { ...ops, steps: { ...every, domain: false } },
        ],
      },
      disputed: [],
    });
  });

  it('is asked about where both decided about the same, and otherwise', () => {
    const mine = withoutProject(base, '1');
    const theirs = withStepsOf(base, '1', every);
    expect(mergedDraft(base, theirs, mine)).toEqual({ draft: { steps: every, projects: [] }, disputed: ['1'] });
    expect(mergedDraft(base, { ...base, steps: none }, { ...base, steps: { ...none, email: true } }).disputed).toEqual([
      'all',
    ]);
  });

  it('is no question where both decided the same', () => {
    expect(mergedDraft(base, { ...base, steps: none }, { ...base, steps: none }).disputed).toEqual([]);
  });

  it('keeps a project that they removed removed, unless I gave it other steps', () => {
    const theirs = withoutProject(base, '1');
    expect(mergedDraft(base, theirs, { ...base, steps: none }).draft).toEqual({ steps: none, projects: [] });
    expect(mergedDraft(base, theirs, withStepsOf(base, '1', every))).toEqual({
      draft: { steps: every, projects: [{ ...help, steps: every }] },
      disputed: ['1'],
    });
  });
});

describe('an organization that was tied', () => {
  it('takes the place of what it was on its page', () => {
    const page = {
      items: [
        { id: '1', name: 'Nordlicht' },
        { id: '2', name: 'Alnoor' },
      ],
      cursor: 'next',
    };
    const tied = { id: '2', name: 'Alnoor', companyId: 'co-1', companyName: 'Al Noor Trading' };
    expect(withOrganization(page, tied)).toEqual({ items: [{ id: '1', name: 'Nordlicht' }, tied], cursor: 'next' });
    expect(withOrganization(undefined, tied)).toBeUndefined();
  });
});
