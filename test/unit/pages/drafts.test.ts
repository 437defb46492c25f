import type { Contact, Settings, TemplateField } from '../../../src/contract';
import { changesOf } from '../../../static/app/src/admin/settings-changes';
import { draftOfCompany, isCompanyWritten } from '../../../static/app/src/contacts/company-edits';
import { contactChanges, draftOf, isContactWritten, newContact } from '../../../static/app/src/contacts/contact-draft';
import { problemsOfContact } from '../../../static/app/src/contacts/contact-problems';
import { failedField } from '../../../static/app/src/contacts/failed-field';
import { leaveDialog } from '../../../static/app/src/contacts/leave-dialog';

const ada: Contact = {
  id: 'c-1',
  version: 4,
  name: 'Ada Lovelace',
  email: 'ada@engine.example',
  companyId: 'co-1',
  companyName: 'Engine Works',
  synced: false,
  fields: {},
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};

const settings: Settings = {
  accountTypes: { atlassian: true, customer: true },
  includeInactive: false,
  hiddenEmails: 'use',
  usersWithoutEmail: 'skip',
  excludedDomains: ['a.example', 'b.example'],
  editPolicy: 'locked',
  companyFromDomain: false,
};

describe('saving a contact', () => {
  it('sends nothing that did not change', () => {
    expect(contactChanges(ada, draftOf(ada))).toEqual({});
    expect(contactChanges(ada, { ...draftOf(ada), name: ' Ada Lovelace ' })).toEqual({});
  });

  it('sends what was typed, trimmed', () => {
    expect(contactChanges(ada, { ...draftOf(ada), name: ' Ada King ' })).toEqual({ name: 'Ada King' });
  });

  it('clears with null what was emptied', () => {
    expect(contactChanges(ada, { name: 'Ada Lovelace', email: ' ' })).toEqual({ email: null, companyId: null });
  });

  it('sends values of fields by their id, and for a new contact only what was filled in', () => {
    const role: TemplateField = { id: 'role', kind: 'text', label: 'Role', required: true };
    const draft = { ...draftOf(undefined, [role]), name: 'Ada', fields: { role: 'Countess ' } };
    expect(newContact(draft, [role])).toEqual({ name: 'Ada', fields: { role: 'Countess' } });
    expect(newContact({ ...draft, fields: { role: '' } }, [role])).toEqual({ name: 'Ada' });
    expect(contactChanges(ada, { ...draftOf(ada), fields: { role: 'Countess' } }, [role])).toEqual({
      fields: { role: 'Countess' },
    });
  });
});

describe('the form of a contact', () => {
  const odd: Contact = { ...ada, email: 'not an email' };

  it('complains about what was written', () => {
    expect(problemsOfContact(ada, { ...draftOf(ada), name: ' ', email: 'ada' }, [])).toEqual({
      name: 'Write a name.',
      email: 'This is not an email address.',
    });
    expect(problemsOfContact(undefined, { ...draftOf(undefined), email: 'ada' }, [])).toEqual({
      name: 'Write a name.',
      email: 'This is not an email address.',
    });
  });

  it('does not complain about an email that was there before and was not touched', () => {
    expect(problemsOfContact(odd, { ...draftOf(odd), name: 'Ada King' }, [])).toEqual({});
    expect(problemsOfContact(odd, { ...draftOf(odd), email: 'still not an email' }, [])).toEqual({
      email: 'This is not an email address.',
    });
  });
});

describe('leaving a form', () => {
  const untouched = { conflict: false, asking: false, written: false };

  it('closes it when nothing was written, and asks first otherwise', () => {
    expect(leaveDialog(untouched)).toBe('close');
    expect(leaveDialog({ ...untouched, written: true })).toBe('ask');
  });

  it('goes back to what was written from two versions, and from the question', () => {
    expect(leaveDialog({ ...untouched, conflict: true, written: true })).toBe('back-to-form');
    expect(leaveDialog({ ...untouched, asking: true, written: true })).toBe('back-to-form');
  });

  const role: TemplateField = { id: 'role', kind: 'text', label: 'Role', required: false };
  const tags: TemplateField = { id: 'tags', kind: 'choices', label: 'Tags', required: false, options: [] };

  it('knows what was written about a contact from what is there', () => {
    const written = (base: Contact | undefined, change: object) =>
      isContactWritten(base, { ...draftOf(base, [role, tags]), ...change }, [role, tags]);
    expect(written(ada, {})).toBe(false);
    expect(written(ada, { email: 'ada@king.example' })).toBe(true);
    expect(written(undefined, {})).toBe(false);
    expect(written(undefined, { name: 'A' })).toBe(true);
    expect(written(undefined, { companyId: 'co-1' })).toBe(true);
    expect(written(undefined, { fields: { role: 'Countess' } })).toBe(true);
  });

  it('knows what was written about a company from what is there', () => {
    const written = (change: object) =>
      isCompanyWritten(undefined, { ...draftOfCompany(undefined, [role]), ...change }, [role]);
    expect(written({})).toBe(false);
    expect(written({ name: 'Engine Works' })).toBe(true);
    expect(written({ domains: ['engine.example'] })).toBe(true);
    expect(written({ fields: { role: 'Maker' } })).toBe(true);
  });
});

describe('a refusal', () => {
  it('names the field that a failure is about, wherever it stands in the payload', () => {
    expect(failedField({ code: 'invalid', message: '', field: 'changes.email' })).toBe('email');
    expect(failedField({ code: 'invalid', message: '' })).toBeUndefined();
  });
});

describe('saving settings', () => {
  it('sends nothing when nothing changed', () => {
    expect(changesOf(settings, { ...settings, excludedDomains: ['b.example', 'a.example'] })).toEqual({});
  });

  it('sends only what changed, account types as a whole', () => {
    const draft: Settings = {
      ...settings,
      accountTypes: { atlassian: true, customer: false },
      hiddenEmails: 'skip',
      excludedDomains: ['a.example'],
    };
    expect(changesOf(settings, draft)).toEqual({
      accountTypes: { atlassian: true, customer: false },
      hiddenEmails: 'skip',
      excludedDomains: ['a.example'],
    });
  });
});
