import type { ContactRecord } from '../../../src/domain/contact';
import {
  contactOfIssue,
  type IssueFacts,
  sameValue,
  takesNoStep,
  valueIn,
  valueOfIssue,
} from '../../../src/domain/issue-company';

const contact = (id: string, more: Partial<ContactRecord> = {}): ContactRecord => ({
  id,
  version: 1,
  name: id,
  followsName: true,
  followsEmail: true,
  fields: {},
  accounts: [],
  origins: [],
  createdAt: '2026-11-02T09:00:00.000Z',
  updatedAt: '2026-11-02T09:00:00.000Z',
  ...more,
});

const everyStep = { account: true, email: true, 'contact-company': true, domain: true };
const names: Record<string, string> = { acme: 'Acme', birch: 'Birch', cedar: 'Cedar' };
const owners: Record<string, string> = { 'birch.example': 'birch', 'gone.example': 'gone' };

/** Companies: Acme, Birch (with the domain birch.example) and Cedar. `gone` was deleted. */
const facts = (more: Partial<IssueFacts> = {}): IssueFacts => ({
  steps: everyStep,
  company: (id) => (names[id] === undefined ? undefined : { id, name: names[id] }),
  ownerOf: (domain) => owners[domain],
  ...more,
});

const acme = { id: 'acme', name: 'Acme' };
const birch = { id: 'birch', name: 'Birch' };
const ann = contact('ann', { companyId: 'acme', email: 'ann@birch.example' });
const bob = contact('bob', { email: 'bob@birch.example' });

describe('the contact of an issue', () => {
  const all = { chosenContact: contact('chosen'), contactOfAccount: ann, contactOfEmail: bob };

  it('is the one that a person chose', () => {
    expect(contactOfIssue(facts(all))).toEqual({ contact: all.chosenContact, because: 'manual' });
  });

  it('is else that of the reporter’s account, else the one that has the reporter’s email, else none', () => {
    const { chosenContact: _, ...rest } = all;
    expect(contactOfIssue(facts(rest))).toEqual({ contact: ann, because: 'account' });
    expect(contactOfIssue(facts({ contactOfEmail: bob }))).toEqual({ contact: bob, because: 'email' });
    expect(contactOfIssue(facts())).toBeUndefined();
  });

  it('is not found by a step that the project does not take; a choice is no step', () => {
    const { chosenContact: _, ...rest } = all;
    expect(contactOfIssue(facts({ ...rest, steps: { ...everyStep, account: false } }))?.because).toBe('email');
    const neither = { ...everyStep, account: false, email: false };
    expect(contactOfIssue(facts({ ...rest, steps: neither }))).toBeUndefined();
    expect(contactOfIssue(facts({ ...all, steps: neither }))?.because).toBe('manual');
  });
});

describe('the company of an issue', () => {
  it('is that of the contact', () => {
    expect(valueOfIssue(facts({ contactOfAccount: ann }))).toEqual({
      company: acme,
      contact: { id: 'ann' },
      chosen: 'auto',
      because: 'contact',
    });
  });

  it('is else that of the domain of the contact’s email', () => {
    const found = { company: birch, contact: { id: 'bob' }, chosen: 'auto', because: 'domain' };
    expect(valueOfIssue(facts({ contactOfAccount: bob }))).toEqual(found);
    const deletedCompany = { ...bob, companyId: 'gone' };
    expect(valueOfIssue(facts({ contactOfAccount: deletedCompany }))).toEqual(found);
    const noDomain = { ...everyStep, domain: false };
    expect(valueOfIssue(facts({ contactOfAccount: bob, steps: noDomain }))).toEqual({
      contact: { id: 'bob' },
      chosen: 'auto',
    });
  });

  it('is that of the domain of the reporter’s email where there is no contact, or one without an email', () => {
    const email = 'new@Birch.example';
    expect(valueOfIssue(facts({ email }))).toEqual({ company: birch, chosen: 'auto', because: 'domain' });
    const silent = contact('silent');
    expect(valueOfIssue(facts({ email, contactOfAccount: silent })).company).toEqual(birch);
  });

  it('is not that of the reporter’s email where a person chose another contact', () => {
    const chosenContact = contact('chosen');
    expect(valueOfIssue(facts({ chosenContact, email: 'new@birch.example' }))).toEqual({
      contact: { id: 'chosen' },
      chosen: 'auto',
    });
  });

  it('is not the contact’s where the project does not take that step', () => {
    const steps = { ...everyStep, 'contact-company': false };
    expect(valueOfIssue(facts({ steps, contactOfAccount: ann }))).toMatchObject({ company: birch, because: 'domain' });
  });

  it('is none where a person took the contact’s company away, whatever the domain says', () => {
    const freelancer = { ...bob, companySetByPerson: true };
    expect(valueOfIssue(facts({ contactOfAccount: freelancer }))).toEqual({ contact: { id: 'bob' }, chosen: 'auto' });
  });

  it('is none where the domain’s owner was deleted', () => {
    expect(valueOfIssue(facts({ email: 'a@gone.example' }))).toEqual({ chosen: 'auto' });
  });
});

describe('a company that a person chose for the issue', () => {
  const cedar = { id: 'cedar', name: 'Cedar before it was renamed' };

  it('stays, by its present name, while the contact still follows', () => {
    const property = { company: cedar, contact: { id: 'old' }, chosen: 'manual', because: 'manual' } as const;
    expect(valueOfIssue(facts({ property, contactOfAccount: ann }))).toEqual({
      company: { id: 'cedar', name: 'Cedar' },
      contact: { id: 'ann' },
      chosen: 'manual',
      because: 'manual',
    });
  });

  it('stays when it was that there is none', () => {
    const property = { chosen: 'manual', because: 'none' } as const;
    expect(valueOfIssue(facts({ property, contactOfAccount: ann }))).toEqual({
      contact: { id: 'ann' },
      chosen: 'manual',
      because: 'none',
    });
  });

  it('ends when that company is deleted', () => {
    const property = { company: { id: 'gone', name: 'Gone' }, chosen: 'manual', because: 'manual' } as const;
    expect(valueOfIssue(facts({ property, contactOfAccount: ann })).company).toEqual(acme);
  });
});

describe('what is on the issue', () => {
  const value = { company: acme, contact: { id: 'ann' }, chosen: 'auto', because: 'contact' } as const;

  it('differs when any of company, its name, contact, choice or reason does, and by nothing else', () => {
    expect(sameValue(value, { ...value })).toBe(true);
    expect(sameValue(value, { ...value, company: { ...acme, name: 'Acme Ltd' } })).toBe(false);
    expect(sameValue(value, { ...value, company: birch })).toBe(false);
    expect(sameValue(value, { ...value, contact: { id: 'bob' } })).toBe(false);
    expect(sameValue(value, { ...value, chosen: 'manual' })).toBe(false);
    expect(sameValue(value, { ...value, because: 'domain' })).toBe(false);
  });

  it('is the same as nothing when nothing was found', () => {
    expect(sameValue({ chosen: 'auto' }, undefined)).toBe(true);
    expect(sameValue({ chosen: 'manual', because: 'none' }, undefined)).toBe(false);
  });

  it('can be had without what issue changes noted', () => {
    expect(valueIn({ ...value, changes: 'c1', before: { chosen: 'auto' } })).toEqual(value);
  });
});

it('a project that takes no step is left alone', () => {
  expect(takesNoStep({ account: false, email: false, 'contact-company': false, domain: false })).toBe(true);
  expect(takesNoStep({ account: false, email: false, 'contact-company': false, domain: true })).toBe(false);
});
