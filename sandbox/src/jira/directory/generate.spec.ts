import { generateDirectory } from './generate';
import { FREE_MAIL_DOMAINS, NAME_STOCKS } from './names';
import { ROSTER } from './roster';
import { SHARES } from './shares';
import type { User } from './user';

const LARGE = generateDirectory({ users: 20_000, seed: 7 }).users;

const share = (users: readonly User[], test: (user: User) => boolean): number =>
  users.filter(test).length / users.length;
const emailKey = (user: User): string => (user.email ?? '').trim().normalize('NFC').toLowerCase();
const living = LARGE.filter((user) => !user.deleted && user.accountType !== 'app');

describe('generateDirectory', () => {
  it.each([50, 2500, 6])('makes exactly %i accounts', (users) => {
    expect(generateDirectory({ users, seed: 1 }).users).toHaveLength(users);
  });

  it('begins with the roster: admin, agent, account manager, portal customer, app', () => {
    expect(LARGE.slice(0, 5).map((user) => user.accountId)).toEqual(Object.values(ROSTER));
    expect(LARGE.slice(0, 5).map((user) => user.accountType)).toEqual([
      'atlassian',
      'atlassian',
      'atlassian',
      'customer',
      'app',
    ]);
  });

  it('makes the same directory from the same seed, and another from another', () => {
    expect(generateDirectory({ users: 60, seed: 3 })).toEqual(generateDirectory({ users: 60, seed: 3 }));
    expect(generateDirectory({ users: 60, seed: 3 })).not.toEqual(generateDirectory({ users: 60, seed: 4 }));
  });

  it('gives every account an id of its own, in one of the shapes of its type', () => {
    expect(new Set(LARGE.map((user) => user.accountId)).size).toBe(LARGE.length);
    const shapes = {
      atlassian: /^([0-9a-f]{24}|(557058|712020):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
      customer: /^qm:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9a-f]{32}$/,
      app: /^557058:[0-9a-f-]{36}$/,
    };
    expect(LARGE.filter((user) => !shapes[user.accountType].test(user.accountId))).toEqual([]);
    for (const start of [/^[0-9a-f]{24}$/, /^557058:/, /^712020:/]) {
      expect(LARGE.some((user) => user.accountType === 'atlassian' && start.test(user.accountId))).toBe(true);
    }
  });

  it('keeps the shares of types and states', () => {
    expect(share(LARGE, (user) => user.accountType === 'customer')).toBeCloseTo(SHARES.CUSTOMER, 1);
    expect(share(LARGE, (user) => user.accountType === 'app')).toBeCloseTo(SHARES.APP, 2);
    expect(share(LARGE, (user) => user.deleted)).toBeCloseTo(SHARES.DELETED, 2);
    expect(share(living, (user) => !user.active)).toBeCloseTo(SHARES.DEACTIVATED, 1);
    expect(share(living, (user) => user.emailHidden)).toBeCloseTo(SHARES.EMAIL_HIDDEN, 1);
    expect(share(living, (user) => user.email === undefined)).toBeCloseTo(SHARES.EMAIL_MISSING, 2);
  });

  it('has names in every script', () => {
    const scripts = [/\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Han}/u, /\p{Script=Hiragana}|さ/u];
    const more = [/\p{Script=Hangul}/u, /\p{Script=Arabic}/u, /\p{Script=Hebrew}/u, /\p{Script=Devanagari}/u, /[éüñ]/];
    const fifty = generateDirectory({ users: 50, seed: 1 }).users;
    for (const script of [...scripts.slice(0, 3), ...more.slice(0, 4)]) {
      expect(fifty.some((user) => script.test(user.displayName))).toBe(true);
    }
    for (const script of [...scripts, ...more]) expect(LARGE.some((user) => script.test(user.displayName))).toBe(true);
    expect(new Set(NAME_STOCKS.map((stock) => stock.script)).size).toBe(9);
  });

  it.each([50, 20_000])(
    'with %i accounts has shared emails, case variants and both Unicode forms of one email',
    (users) => {
      const withEmail = generateDirectory({ users, seed: 7 }).users.filter((user) => user.email !== undefined);
      const groups = new Map<string, string[]>();
      for (const user of withEmail)
        groups.set(emailKey(user), [...(groups.get(emailKey(user)) ?? []), user.email ?? '']);
      const pairs = [...groups.values()].filter((emails) => emails.length > 1);
      const some = (test: (a: string, b: string) => boolean): boolean =>
        pairs.some((emails) => emails.some((a) => emails.some((b, at) => a !== emails[at + 1] && test(a, b))));
      expect(pairs.some((emails) => new Set(emails).size < emails.length)).toBe(true);
      expect(some((a, b) => a !== b && a.toLowerCase() === b.toLowerCase())).toBe(true);
      expect(some((a, b) => a !== b && a.normalize('NFC') === b.normalize('NFC'))).toBe(true);
    },
  );

  it('otherwise gives emails of their own, at several companies and free-mail hosts', () => {
    const domains = new Set(LARGE.map((user) => user.email?.split('@')[1]));
    expect(domains.size).toBeGreaterThan(60);
    expect(FREE_MAIL_DOMAINS.every((domain) => domains.has(domain))).toBe(true);
    const keys = living.filter((user) => user.email !== undefined).map(emailKey);
    expect(new Set(keys).size / keys.length).toBeGreaterThan(0.97);
  });

  it('with 50 accounts has one of each kind: hidden, deactivated, deleted, without email, app', () => {
    const users = generateDirectory({ users: 50, seed: 99 }).users;
    const kinds: ((user: User) => boolean)[] = [
      (user) => user.emailHidden && user.accountType === 'atlassian',
      (user) => user.emailHidden && user.accountType === 'customer',
      (user) => !user.active && !user.deleted && user.accountType === 'atlassian',
      (user) => !user.active && !user.deleted && user.accountType === 'customer',
      (user) => user.deleted,
      (user) => user.email === undefined && !user.deleted && user.accountType === 'atlassian',
      (user) => user.accountType === 'app',
    ];
    expect(kinds.map((kind) => users.some(kind))).toEqual(kinds.map(() => true));
  });
});
