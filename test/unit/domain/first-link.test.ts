import { lookedUp, shown } from './build/account';
import { contact } from './build/contact';
import { settings } from './build/settings';
import { World } from './build/world';

let world: World;
beforeEach(() => {
  world = new World();
});

describe('an account that is not eligible and not linked', () => {
  it.each([
    ['inactive', { active: false }],
    ['no-email', { email: { kind: 'none' as const } }],
    ['hidden-email', { email: { kind: 'hidden' as const } }],
  ])('is skipped with the reason %s, listed in this epoch', (reason, overrides) => {
    world.account('ann', overrides);
    expect(world.converge('ann')).toBe('skipped');
    expect(world.skip('ann')).toEqual({ accountId: 'ann', reason, epoch: 1 });
    expect(world.contacts).toEqual([]);
  });

  it('is not written again while the reason stays the same', () => {
    world.account('ann', { active: false });
    world.converge('ann');
    world.converge('ann');
    expect(world.last?.changes).toEqual([]);
  });

  it('is skipped with the new reason when that changes', () => {
    world.account('ann', { active: false });
    world.converge('ann');
    world.account('ann', { email: { kind: 'none' } });
    world.converge('ann');
    expect(world.skip('ann')?.reason).toBe('no-email');
  });

  it('is linked, and no longer skipped, once it is eligible', () => {
    world.account('ann', { active: false });
    world.converge('ann');
    world.account('ann');
    expect(world.converge('ann')).toBe('created');
    expect(world.skip('ann')).toBeUndefined();
  });

  it('that is an app is neither linked nor listed', () => {
    world.says('bot', 'app');
    expect(world.converge('bot')).toBe('ignored');
    expect(world.last?.changes).toEqual([]);
  });
});

describe('an account whose email is free', () => {
  it('gets a contact, a claim and a link', () => {
    world.account('ann', { name: ' Ann Lee ', email: shown('Ann@Example.com') });
    expect(world.converge('ann')).toBe('created');
    expect(world.contactOf('ann')).toEqual({
      id: 'new-1',
      version: 1,
      name: 'Ann Lee',
      email: 'Ann@Example.com',
      followsName: true,
      followsEmail: true,
      fields: {},
      accounts: [
        {
          accountId: 'ann',
          type: 'atlassian',
          active: true,
          linkedAt: '2026-11-02T09:00:01.000Z',
          epoch: 1,
          shown: { name: 'Ann Lee', email: 'Ann@Example.com', retrievedAt: '2026-11-02T09:00:01.000Z' },
        },
      ],
      primary: 'ann',
      origins: [],
      createdAt: '2026-11-02T09:00:01.000Z',
      updatedAt: '2026-11-02T09:00:01.000Z',
    });
    expect(world.claim('ann@example.com')).toEqual({ contactId: 'new-1', waiting: [] });
    expect(world.link('ann')).toEqual({
      kind: 'link',
      accountId: 'ann',
      contactId: 'new-1',
      epoch: 1,
      accountType: 'atlassian',
      name: 'Ann Lee',
      email: 'Ann@Example.com',
      emailSource: 'profile',
      active: true,
      retrievedAt: '2026-11-02T09:00:01.000Z',
      linkedAt: '2026-11-02T09:00:01.000Z',
    });
  });

  it('costs three writes', () => {
    world.synced('ann');
    expect(world.last?.changes).toHaveLength(3);
  });

  it('gets a contact for a hidden email that was looked up, too', () => {
    expect(world.synced('ann', { email: lookedUp('ann@example.com') }).email).toBe('ann@example.com');
    expect(world.link('ann')?.emailSource).toBe('endpoint');
  });
});

describe('an account without an email, under usersWithoutEmail: create', () => {
  beforeEach(() => {
    world.settings = settings({ usersWithoutEmail: 'create' });
  });

  it('gets a contact without an email and without a claim', () => {
    expect(world.synced('ann', { email: { kind: 'none' } }).email).toBeUndefined();
    expect(world.tables.claim.size).toBe(0);
  });

  it('gets none while the email is hidden', () => {
    world.account('ann', { email: { kind: 'hidden' } });
    expect(world.converge('ann')).toBe('skipped');
    expect(world.skip('ann')?.reason).toBe('hidden-email');
  });
});

describe('an account whose email a regular contact owns', () => {
  const fields = { tier: 'gold' };

  beforeEach(() => {
    world.person(contact('c', { name: 'Annie', email: 'ANN@example.com', companyId: 'acme', fields }));
    world.account('ann', { name: 'Ann Lee' });
  });

  it('is linked to that contact, whose id, company and fields stay', () => {
    expect(world.converge('ann')).toBe('linked');
    expect(world.contactOf('ann')).toMatchObject({ id: 'c', companyId: 'acme', fields });
    expect(world.contacts).toHaveLength(1);
  });

  it('takes the account’s name under the policy locked, and keeps the one that a person wrote', () => {
    world.converge('ann');
    expect(world.contact('c')).toMatchObject({ name: 'Ann Lee', nameBeforeSync: 'Annie', followsName: true });
  });

  it('does not call a name kept that was the account’s already', () => {
    world.account('ann', { name: 'Annie' });
    world.converge('ann');
    expect(world.contact('c')).toMatchObject({ name: 'Annie', followsName: true });
    expect(world.contact('c')?.nameBeforeSync).toBeUndefined();
  });

  it('does not call a name kept that another account gave before', () => {
    const { id } = world.synced('bob', { name: 'Bob', email: shown('bob@example.com') });
    world.says('bob', 'missing');
    world.converge('bob', { deletedEvent: true });
    world.account('qm:bob', { accountType: 'customer', name: 'Robert', email: shown('bob@example.com') });
    world.converge('qm:bob');
    expect(world.contact(id)?.name).toBe('Robert');
    expect(world.contact(id)?.nameBeforeSync).toBeUndefined();
  });

  it('keeps its name under follow-until-edited, which then does not follow', () => {
    world.settings = settings({ editPolicy: 'follow-until-edited' });
    world.converge('ann');
    expect(world.contact('c')).toMatchObject({ name: 'Annie', followsName: false, followsEmail: true });
  });

  it('follows under follow-until-edited with a name that equalled the account’s at linking', () => {
    world.settings = settings({ editPolicy: 'follow-until-edited' });
    world.account('ann', { name: ' Annie ' });
    world.converge('ann');
    world.account('ann', { name: 'Ann' });
    world.converge('ann');
    expect(world.contact('c')?.name).toBe('Ann');
  });

  it('has its version grow by one', () => {
    world.converge('ann');
    expect(world.contact('c')?.version).toBe(2);
  });
});

describe('an account whose email a synced contact owns, one of whose accounts has it', () => {
  it('is the same person’s second account: it is linked too', () => {
    const { id } = world.synced('ann');
    world.account('ann2', { email: shown('ANN@example.com') });
    expect(world.converge('ann2')).toBe('linked');
    expect(world.contactOf('ann2')?.id).toBe(id);
    expect(world.contact(id)?.accounts.map(({ accountId }) => accountId)).toEqual(['ann', 'ann2']);
  });

  it('leaves the primary as it is if that comes first', () => {
    const { id } = world.synced('ann', { name: 'Ann' });
    world.account('qm:ann', { accountType: 'customer', name: 'Portal Ann', email: shown('ann@example.com') });
    world.converge('qm:ann');
    expect(world.contact(id)).toMatchObject({ primary: 'ann', name: 'Ann' });
  });

  it('becomes the primary if it comes first, and the contact follows it', () => {
    const { id } = world.synced('qm:ann', {
      accountType: 'customer',
      name: 'Portal Ann',
      email: shown('ann@example.com'),
    });
    world.account('ann', { name: 'Ann' });
    world.converge('ann');
    expect(world.contact(id)).toMatchObject({ primary: 'ann', name: 'Ann' });
  });

  it('is email-taken as the eleventh', () => {
    const { id } = world.synced('ann');
    for (let nth = 2; nth <= 11; nth++) world.account(`ann${nth}`, { email: shown('ann@example.com') });
    for (let nth = 2; nth <= 10; nth++) expect(world.converge(`ann${nth}`)).toBe('linked');
    expect(world.converge('ann11')).toBe('skipped');
    expect(world.skip('ann11')).toEqual({ accountId: 'ann11', reason: 'email-taken', contactId: id, epoch: 1 });
    expect(world.contact(id)?.accounts).toHaveLength(10);
  });

  it('waits when Jira cannot be read for the other accounts', () => {
    world.synced('ann');
    world.says('ann', 'unreadable');
    world.account('ann2', { email: shown('ann@example.com') });
    expect(world.converge('ann2')).toBe('failed');
    expect(world.last?.changes).toEqual([]);
    expect(world.last?.recheck).toEqual({ accountId: 'ann2', notBefore: '2026-11-02T09:05:02.000Z' });
  });
});

describe('an account whose email a synced contact owns, none of whose accounts has it any more', () => {
  let annId: string;
  beforeEach(() => {
    annId = world.synced('ann').id;
    world.account('bob', { email: shown('ann@example.com') });
  });

  it('gets it, in one decision, and the owner gets its account’s', () => {
    world.account('ann', { email: shown('new@example.com') });
    expect(world.converge('bob')).toBe('created');
    expect(world.contactOf('bob')?.email).toBe('ann@example.com');
    expect(world.contact(annId)?.email).toBe('new@example.com');
  });

  it('has the owner converged next, whose link is pending until then', () => {
    world.account('ann', { email: shown('new@example.com') });
    world.converge('bob');
    expect(world.last?.wake).toEqual(['ann']);
    expect(world.link('ann')?.pending).toBe(true);
    world.converge('ann');
    expect(world.link('ann')).toMatchObject({ email: 'new@example.com' });
    expect(world.link('ann')?.pending).toBeUndefined();
  });

  it.each(['missing', 'degraded'] as const)('is email-taken while the owner’s account is %s', (reading) => {
    world.says('ann', reading);
    expect(world.converge('bob')).toBe('skipped');
    expect(world.skip('bob')).toEqual({ accountId: 'bob', reason: 'email-taken', contactId: annId, epoch: 1 });
  });

  it.each(['none', 'hidden'] as const)('is email-taken while the email of the owner’s account is %s', (kind) => {
    world.account('ann', { email: { kind } });
    expect(world.converge('bob')).toBe('skipped');
    expect(world.skip('bob')?.reason).toBe('email-taken');
  });

  it('is email-taken if a person typed the email there', () => {
    world.settings = settings({ editPolicy: 'follow-until-edited' });
    const owner = world.contact(annId);
    if (owner !== undefined) world.person({ ...owner, followsEmail: false });
    world.account('ann', { email: shown('new@example.com') });
    expect(world.converge('bob')).toBe('skipped');
    expect(world.skip('bob')).toMatchObject({ reason: 'email-taken', contactId: annId });
  });

  it('waits in the claim’s waiting list while it is email-taken', () => {
    world.says('ann', 'missing');
    world.converge('bob');
    expect(world.claim('ann@example.com')).toEqual({ contactId: annId, waiting: ['bob'] });
  });

  it('is woken and created once the owner lets go', () => {
    world.says('ann', 'missing');
    world.converge('bob');
    world.account('ann', { email: shown('new@example.com') });
    world.converge('ann');
    expect(world.last?.wake).toEqual(['bob']);
    expect(world.converge('bob')).toBe('created');
    expect(world.skip('bob')).toBeUndefined();
  });
});

describe('a waiting list', () => {
  it('takes twenty accounts, and leaves the others to a later look', () => {
    world.synced('ann');
    world.says('ann', 'missing');
    for (let nth = 1; nth <= 21; nth++) {
      world.account(`rival${nth}`, { email: shown('ann@example.com') });
      expect(world.converge(`rival${nth}`)).toBe('skipped');
    }
    expect(world.claim('ann@example.com')?.waiting).toHaveLength(20);
    expect(world.skip('rival21')?.reason).toBe('email-taken');
  });
});
