import { exclusion, ineligibility } from '../../../src/domain/eligibility';
import { account, lookedUp, shown } from './build/account';
import { settings } from './build/settings';

describe('an account without a link', () => {
  it('is eligible by default if it is active and has an email', () =>
    expect(ineligibility(account('ann'), settings(), false)).toBeUndefined());
  it('is eligible with a hidden email that was looked up', () =>
    expect(ineligibility(account('ann', { email: lookedUp('ann@example.com') }), settings(), false)).toBeUndefined());
  it('is eligible as a portal customer', () =>
    expect(ineligibility(account('qm:ann', { accountType: 'customer' }), settings(), false)).toBeUndefined());
  it('is excluded-type when its type is switched off', () => {
    const onlyPeople = settings({ accountTypes: { atlassian: true, customer: false } });
    expect(ineligibility(account('qm:ann', { accountType: 'customer' }), onlyPeople, false)).toBe('excluded-type');
  });
  it('is excluded-domain when its email has an excluded domain', () =>
    expect(ineligibility(account('ann'), settings({ excludedDomains: ['example.com'] }), false)).toBe(
      'excluded-domain',
    ));
  it('is inactive when it is deactivated', () =>
    expect(ineligibility(account('ann', { active: false }), settings(), false)).toBe('inactive'));
  it('is eligible deactivated under includeInactive', () =>
    expect(
      ineligibility(account('ann', { active: false }), settings({ includeInactive: true }), false),
    ).toBeUndefined());
  it('is inactive under includeInactive while it is gone', () =>
    expect(ineligibility(account('ann', { active: false }), settings({ includeInactive: true }), true)).toBe(
      'inactive',
    ));
  it('is no-email without an email', () =>
    expect(ineligibility(account('ann', { email: { kind: 'none' } }), settings(), false)).toBe('no-email'));
  it('is eligible without an email under usersWithoutEmail: create', () =>
    expect(
      ineligibility(account('ann', { email: { kind: 'none' } }), settings({ usersWithoutEmail: 'create' }), false),
    ).toBeUndefined());
  it('is hidden-email with an email that Kith does not look up', () =>
    expect(ineligibility(account('ann', { email: { kind: 'hidden' } }), settings(), false)).toBe('hidden-email'));
  it('is hidden-email whatever usersWithoutEmail says', () =>
    expect(
      ineligibility(account('ann', { email: { kind: 'hidden' } }), settings({ usersWithoutEmail: 'create' }), false),
    ).toBe('hidden-email'));
});

describe('excluded domains', () => {
  const excluded = (email: string, ...excludedDomains: string[]) =>
    exclusion(account('ann', { email: shown(email) }), settings({ excludedDomains }));
  it('match in any case', () => expect(excluded('ann@EXAMPLE.com', 'Example.COM')).toBe('excluded-domain'));
  it('do not match subdomains', () => expect(excluded('ann@mail.example.com', 'example.com')).toBeUndefined());
  it('do not match longer domains', () => expect(excluded('ann@notexample.com', 'example.com')).toBeUndefined());
  it('do not match parent domains', () => expect(excluded('ann@example.com', 'mail.example.com')).toBeUndefined());
  it('say nothing of an account whose email is not known', () =>
    expect(
      exclusion(account('ann', { email: { kind: 'none' } }), settings({ excludedDomains: ['example.com'] })),
    ).toBeUndefined());
});
