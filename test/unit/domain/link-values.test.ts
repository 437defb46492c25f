import { accountName, linkValues, withUsableEmail } from '../../../src/domain/link-values';
import { account, lookedUp, shown } from './build/account';
import { settings } from './build/settings';

describe('the name that an account gives', () => {
  it('is its name, trimmed', () => expect(accountName(account('ann', { name: ' Ann Lee ' }))).toBe('Ann Lee'));
  it('falls back to the local part of the email', () =>
    expect(accountName(account('1', { name: '  ', email: shown('ann.lee@example.com') }))).toBe('ann.lee'));
  it('falls back to the account id without an email', () =>
    expect(accountName(account('1', { name: '', email: { kind: 'none' } }))).toBe('1'));
});

describe('the email of a link', () => {
  const before = { email: 'old@example.com', emailSource: 'profile' as const };
  const wasLookedUp = { email: 'old@example.com', emailSource: 'endpoint' as const };

  it('is the one that Jira shows, trimmed', () =>
    expect(linkValues(account('ann', { email: shown(' new@example.com ') }), before, settings())).toMatchObject({
      email: 'new@example.com',
      emailSource: 'profile',
    }));
  it('is the one that was looked up', () =>
    expect(linkValues(account('ann', { email: lookedUp('new@example.com') }), before, settings())).toMatchObject({
      email: 'new@example.com',
      emailSource: 'endpoint',
    }));
  it('stays when it is hidden now and may not be looked up', () =>
    expect(linkValues(account('ann', { email: { kind: 'hidden' } }), wasLookedUp, settings()).email).toBe(
      'old@example.com',
    ));
  it('stays when it could not be looked up', () =>
    expect(linkValues(account('ann', { email: { kind: 'unreadable' } }), wasLookedUp, settings()).email).toBe(
      'old@example.com',
    ));
  it('goes when the account has none any more', () =>
    expect(linkValues(account('ann', { email: { kind: 'none' } }), before, settings()).email).toBeUndefined());
  it('goes when it was looked up and hidden emails are no longer wanted', () =>
    expect(
      linkValues(account('ann', { email: { kind: 'hidden' } }), wasLookedUp, settings({ hiddenEmails: 'skip' })).email,
    ).toBeUndefined());
});

describe('an email that no mail system would accept', () => {
  it.each(['not an email', 'ann@', `${'a'.repeat(250)}@example.com`])('%j counts as none', (email) =>
    expect(withUsableEmail(account('ann', { email: shown(email) })).email).toEqual({ kind: 'none' }),
  );
});
