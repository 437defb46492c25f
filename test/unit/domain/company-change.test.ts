import {
  type CompaniesOfDomains,
  companyChangeOf,
  withCompanyChange,
  withoutCompanyChange,
} from '../../../src/domain/company-change';
import type { ContactRecord } from '../../../src/domain/contact';
import { contact, contactAccount } from './build/contact';

const domains: Record<string, string> = { 'acme.example': 'acme', 'globex.example': 'globex' };
const companies: CompaniesOfDomains = {
  sync: { enabled: true, epoch: 1 },
  ownerOf: (domain) => domains[domain],
  companyExists: (id) => ['acme', 'globex', 'initech'].includes(id),
};

const synced = (overrides: Partial<ContactRecord> = {}) =>
  contact('c', { email: 'ann@acme.example', accounts: [contactAccount('ann')], ...overrides });

describe('the domains of companies', () => {
  it('would give a synced contact the company that owns its domain', () => {
    expect(companyChangeOf(synced(), companies)).toEqual({ to: 'acme' });
    expect(companyChangeOf(synced({ companyId: 'globex' }), companies)).toEqual({ from: 'globex', to: 'acme' });
  });

  it("would take the company from one whose domain is nobody's", () => {
    const moved = synced({ email: 'ann@elsewhere.example', companyId: 'acme' });
    expect(companyChangeOf(moved, companies)).toEqual({ from: 'acme' });
  });

  it('say nothing new about one that has the company of its domain', () => {
    expect(companyChangeOf(synced({ companyId: 'acme' }), companies)).toBeUndefined();
  });

  it('count a company that was deleted as none', () => {
    expect(companyChangeOf(synced({ companyId: 'deleted' }), companies)).toEqual({ to: 'acme' });
    const elsewhere = synced({ email: 'ann@elsewhere.example', companyId: 'deleted' });
    expect(companyChangeOf(elsewhere, companies)).toBeUndefined();
  });

  it.each<[string, Partial<ContactRecord>]>([
    ['whose company a person chose', { companyId: 'globex', companySetByPerson: true }],
    ['for whom a person chose no company', { companySetByPerson: true }],
    ['without an email', { email: undefined as never, companyId: 'globex' }],
    ['who is regular', { accounts: [], companyId: 'globex' }],
    ['whose link is of an earlier epoch', { accounts: [contactAccount('ann', { epoch: 0 })] }],
  ])('leave a contact alone %s', (_, overrides) => {
    expect(companyChangeOf(synced(overrides), companies)).toBeUndefined();
  });

  it('leave everybody alone while user sync is off', () => {
    expect(companyChangeOf(synced(), { ...companies, sync: { enabled: false, epoch: 1 } })).toBeUndefined();
  });

  it('of one company concern those who would get it or lose it', () => {
    const moving = synced({ companyId: 'globex' });
    expect(companyChangeOf(moving, companies, 'acme')).toEqual({ from: 'globex', to: 'acme' });
    expect(companyChangeOf(moving, companies, 'globex')).toEqual({ from: 'globex', to: 'acme' });
    expect(companyChangeOf(moving, companies, 'initech')).toBeUndefined();
  });
});

describe('a change of company', () => {
  const now = '2026-11-02T09:00:00.000Z';
  const changed = withCompanyChange(synced({ companyId: 'globex' }), { from: 'globex', to: 'acme' }, 'changes', now);

  it("remembers what the contact had, and is no person's choice", () => {
    expect(changed).toEqual({
      ...synced(),
      companyId: 'acme',
      companyBefore: { changes: 'changes', companyId: 'globex', given: 'acme' },
      version: 2,
      updatedAt: now,
    });
  });

  it('is undone with all that it left', () => {
    const restored = { ...synced({ companyId: 'globex' }), version: 3, updatedAt: now };
    expect(withoutCompanyChange(changed, 'changes', now)).toEqual(restored);
  });

  it('to none is undone, too', () => {
    const emptied = withCompanyChange(synced({ companyId: 'globex' }), { from: 'globex' }, 'changes', now);
    expect(emptied.companyId).toBeUndefined();
    expect(withoutCompanyChange(emptied, 'changes', now)).toMatchObject({ companyId: 'globex', version: 3 });
  });

  it('is not undone where a person or Jira gave something else since', () => {
    expect(withoutCompanyChange({ ...changed, companyId: 'initech' }, 'changes', now)).toBe('left-alone');
    expect(withoutCompanyChange({ ...changed, companySetByPerson: true }, 'changes', now)).toBe('left-alone');
  });

  it('is not undone by other changes', () => {
    expect(withoutCompanyChange(changed, 'others', now)).toBeUndefined();
  });
});
