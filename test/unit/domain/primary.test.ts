import { choosePrimary } from '../../../src/domain/contact';
import { contactAccount } from './build/contact';

describe('the primary of a contact', () => {
  it('is nobody without accounts', () => expect(choosePrimary([])).toBeUndefined());
  it('is an active account before a deactivated one, whatever their types', () =>
    expect(
      choosePrimary([contactAccount('staff', { active: false }), contactAccount('portal', { type: 'customer' })]),
    ).toBe('portal'));
  it('is an Atlassian account before a portal one, whichever was linked first', () =>
    expect(
      choosePrimary([
        contactAccount('portal', { type: 'customer', linkedAt: '2025-01-01T00:00:00.000Z' }),
        contactAccount('staff', { linkedAt: '2026-01-01T00:00:00.000Z' }),
      ]),
    ).toBe('staff'));
  it('is the account linked first among equals', () =>
    expect(
      choosePrimary([
        contactAccount('second', { linkedAt: '2026-02-01T00:00:00.000Z' }),
        contactAccount('first', { linkedAt: '2026-01-01T00:00:00.000Z' }),
      ]),
    ).toBe('first'));
  it('is an Atlassian account before a portal one among deactivated ones, too', () =>
    expect(
      choosePrimary([
        contactAccount('portal', { type: 'customer', active: false }),
        contactAccount('staff', { active: false }),
      ]),
    ).toBe('staff'));
  it('does not depend on the order in which the accounts are stored', () => {
    const accounts = [contactAccount('a'), contactAccount('b')];
    expect(choosePrimary(accounts)).toBe(choosePrimary([...accounts].reverse()));
  });
});
