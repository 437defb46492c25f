import type { Contact, Settings, TemplateField } from '../../../src/contract';
import { changesOf } from '../../../static/app/src/admin/settings-changes';
import { contactChanges, draftOf, newContact } from '../../../static/app/src/contacts/contact-draft';
import { failedField } from '../../../static/app/src/contacts/failed-field';

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
