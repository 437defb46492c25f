import type { ContactAccount, ContactRecord } from '../../../../src/domain/contact';

/** A regular contact without an email that a person wrote. */
export function contact(id: string, overrides: Partial<ContactRecord> = {}): ContactRecord {
  return {
    id,
    version: 1,
    name: `Contact ${id}`,
    followsName: false,
    followsEmail: false,
    fields: {},
    accounts: [],
    origins: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...overrides,
  };
}

/** One account of a contact: Atlassian, active, linked at the start of 2026 in epoch 1. */
export function contactAccount(accountId: string, overrides: Partial<ContactAccount> = {}): ContactAccount {
  return {
    accountId,
    type: 'atlassian',
    active: true,
    linkedAt: '2026-01-01T00:00:00.000Z',
    epoch: 1,
    ...overrides,
  };
}
