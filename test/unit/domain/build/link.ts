import type { Link } from '../../../../src/domain/link';

/** A link of epoch 1 that agrees with `account(accountId)`. */
export function link(accountId: string, contactId: string, overrides: Partial<Link> = {}): Link {
  return {
    kind: 'link',
    accountId,
    contactId,
    epoch: 1,
    accountType: 'atlassian',
    name: `Name of ${accountId}`,
    email: `${accountId}@example.com`,
    emailSource: 'profile',
    active: true,
    retrievedAt: '2026-01-01T00:00:00.000Z',
    linkedAt: '2026-01-01T00:00:00.000Z',
    ...overrides,
  };
}
