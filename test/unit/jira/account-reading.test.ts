import { readingOf } from '../../../src/jira/account-reading';

const at = '2026-11-02T09:00:00.000Z';

const record = {
  accountId: '5b10ac8d82e05b22cc7d4ef5',
  accountType: 'atlassian',
  displayName: 'Ann Lee',
  emailAddress: 'ann@example.com',
  active: true,
  avatarUrls: { '48x48': 'https://avatars.example/ann.png' },
  timeZone: 'Europe/Berlin',
};

const kindOf = (changes: object): string => readingOf({ ...record, ...changes }, at).kind;

describe('a user record of Jira', () => {
  it('that is normal reads as living', () =>
    expect(readingOf(record, at)).toEqual({
      kind: 'living',
      retrievedAt: at,
      account: {
        accountId: '5b10ac8d82e05b22cc7d4ef5',
        accountType: 'atlassian',
        name: 'Ann Lee',
        email: { kind: 'known', email: 'ann@example.com', source: 'profile' },
        active: true,
        avatarUrl: 'https://avatars.example/ann.png',
      },
    }));

  it.each([undefined, null, '', '  '])('with the email %j reads as living with a hidden email', (emailAddress) => {
    const reading = readingOf({ ...record, emailAddress }, at);
    expect(reading).toMatchObject({ kind: 'living', account: { email: { kind: 'hidden' } } });
  });

  it('of a portal customer reads as living', () =>
    expect(readingOf({ ...record, accountId: 'qm:1:2', accountType: 'customer' }, at)).toMatchObject({
      kind: 'living',
      account: { accountType: 'customer' },
    }));

  it('of an app reads as an app', () => expect(kindOf({ accountType: 'app' })).toBe('app'));

  it('with a blank name reads as living while it is active', () =>
    expect(kindOf({ displayName: '', emailAddress: undefined })).toBe('living'));

  it('with a stand-in name reads as living if it has an email', () =>
    expect(kindOf({ displayName: 'Former user' })).toBe('living'));

  it('has no avatar unless its address is https', () =>
    expect(readingOf({ ...record, avatarUrls: { '48x48': 'javascript:alert(1)' } }, at)).not.toHaveProperty(
      'account.avatarUrl',
    ));
});

describe('a degraded record', () => {
  it.each([
    ['of a deleted account', { displayName: 'Former user', emailAddress: undefined, active: false, timeZone: '' }],
    ['in another language', { displayName: 'Ehemaliger Benutzer', emailAddress: undefined, active: false }],
    ['without an id', { accountId: 'unknown', accountType: 'unknown', displayName: 'Unknown user', active: false }],
    ['of an account that cannot be given now', { accountType: 'unknown', emailAddress: undefined, active: false }],
    ['with a blank name and nothing else', { displayName: ' ', emailAddress: undefined, active: false }],
    ['without a type', { accountType: undefined }],
  ])('%s reads as degraded', (_, changes) => expect(kindOf(changes)).toBe('degraded'));
});
