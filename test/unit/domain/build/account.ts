import type { Account, EmailReading } from '../../../../src/domain/account';

/** An active Atlassian account with a visible email made from its id: `ann` has `ann@example.com`. */
export function account(accountId: string, overrides: Partial<Account> = {}): Account {
  return {
    accountId,
    accountType: 'atlassian',
    name: `Name of ${accountId}`,
    email: shown(`${accountId}@example.com`),
    active: true,
    ...overrides,
  };
}

export function shown(email: string): EmailReading {
  return { kind: 'known', email, source: 'profile' };
}

export function lookedUp(email: string): EmailReading {
  return { kind: 'known', email, source: 'endpoint' };
}
