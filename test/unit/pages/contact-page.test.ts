import type { Contact, JiraUser, TemplateSection } from '../../../src/contract';
import { shownSections } from '../../../static/app/src/contacts/shown-sections';
import { whyLinked } from '../../../static/app/src/contacts/why-linked';
import { withoutEmpty } from '../../../static/app/src/templates/arrangement';

const user: JiraUser = {
  accountId: 'acc-1',
  accountType: 'atlassian',
  name: 'Ada',
  email: 'Ada@Engine.example',
  active: true,
  profileUrl: 'https://site.example/people/acc-1',
  retrievedAt: '2026-01-01T00:00:00.000Z',
  linkedAt: '2026-01-01T00:00:00.000Z',
};

const ada: Contact = {
  id: 'c-1',
  version: 1,
  name: 'Ada',
  email: 'ada@engine.example',
  synced: true,
  jiraUser: user,
  fields: {},
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};

const withFields = (id: string, count: number): TemplateSection => ({
  id,
  kind: 'fields',
  title: id,
  fields: Array.from({ length: count }, (_, index) => ({
    id: `${id}-${index}`,
    kind: 'text',
    label: 'x',
    required: false,
  })),
});
const synced: TemplateSection = { id: 'synced', kind: 'synced' };

describe('the sections of a contact page', () => {
  const template = [withFields('one', 1), synced, withFields('empty', 0), withFields('two', 2)];
  const ids = (sections: TemplateSection[]) => sections.map(({ id }) => id);

  it('stand in the order of the template, without empty ones', () => {
    expect(ids(shownSections(template, { synced: true }))).toEqual(['one', 'synced', 'two']);
  });

  it('are those that the preview of the template shows', () => {
    expect(withoutEmpty(template).map(({ id }) => id)).toEqual(['one', 'synced', 'two']);
  });

  it('have the synced section for synced contacts only, and for those always', () => {
    expect(ids(shownSections(template, { synced: false }))).toEqual(['one', 'two']);
    expect(ids(shownSections([withFields('one', 1)], { synced: true }))).toEqual(['one', 'synced']);
  });
});

describe('why an account is linked', () => {
  it('is the email, compared as sync compares', () => {
    expect(whyLinked(ada)).toEqual([{ why: 'same-email', user, email: 'Ada@Engine.example' }]);
  });

  it('is that it was linked before, where the email is another one by now', () => {
    const moved = { ...user, email: 'ada@king.example' };
    expect(whyLinked({ ...ada, jiraUser: moved, locked: true })).toEqual([
      { why: 'other-email', user: moved, email: 'ada@king.example', locked: true },
    ]);
  });

  it('is told for each account of the person', () => {
    const { email: _, ...silent } = { ...user, accountId: 'qm:1' };
    expect(whyLinked({ ...ada, otherJiraUsers: [silent] })).toEqual([
      { why: 'same-email', user, email: 'Ada@Engine.example' },
      { why: 'no-email', user: silent, alone: false },
    ]);
  });
});
