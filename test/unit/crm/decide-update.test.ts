import { type ContactChanges, decideUpdate, type UpdateSituation } from '../../../src/crm/decide-update';
import type { ContactRecord } from '../../../src/domain/contact';
import type { Link } from '../../../src/domain/link';
import { contact } from '../domain/build/contact';

const link: Link = {
  kind: 'link',
  accountId: 'acc',
  contactId: 'c',
  epoch: 3,
  accountType: 'atlassian',
  name: 'Ann Account',
  email: 'ann@account.example',
  active: true,
  retrievedAt: '2026-01-01T00:00:00.000Z',
  linkedAt: '2026-01-01T00:00:00.000Z',
};

const regular = contact('c', { version: 4, name: 'Ann', email: 'ann@example.com' });

const following: ContactRecord = {
  ...regular,
  name: 'Ann Account',
  email: 'ann@account.example',
  followsName: true,
  followsEmail: true,
  accounts: [{ accountId: 'acc', type: 'atlassian', active: true, linkedAt: link.linkedAt, epoch: 3 }],
  primary: 'acc',
};

const now = '2026-02-02T00:00:00.000Z';

function situation(over: Partial<UpdateSituation> = {}): UpdateSituation {
  return {
    contact: regular,
    version: 4,
    synced: false,
    editPolicy: 'locked',
    link: undefined,
    companyExists: (id) => id === 'company',
    template: undefined,
    ownerOf: (key) => (key === 'taken@example.com' ? 'other' : undefined),
    now,
    hash: (text) => `hash of ${text}`,
    ...over,
  };
}

const followed: Partial<UpdateSituation> = {
  contact: following,
  synced: true,
  editPolicy: 'follow-until-edited',
  link,
};

function codeOf(over: Partial<UpdateSituation>, changes: ContactChanges): string {
  const decided = decideUpdate(situation(over), changes);
  return 'error' in decided ? decided.error.code : 'ok';
}

function decided(over: Partial<UpdateSituation>, changes: ContactChanges) {
  const update = decideUpdate(situation(over), changes);
  if ('error' in update) throw new Error(update.error.message);
  return update;
}

describe('a regular contact', () => {
  it('takes new values and the next version, and moves its claim', () => {
    const update = decided({}, { name: ' Anna ', email: 'Anna@Example.com', companyId: 'company', fields: { a: 1 } });
    expect(update).toEqual({
      contact: {
        ...regular,
        name: 'Anna',
        email: 'Anna@Example.com',
        companyId: 'company',
        companySetByPerson: true,
        fields: { a: 1 },
        version: 5,
        updatedAt: now,
      },
      releases: 'ann@example.com',
      takes: 'anna@example.com',
    });
  });

  it('is unchanged by values that are equal as names and emails are compared', () => {
    const contact = { ...regular, name: 'Jos\u00e9' };
    expect(decided({ contact }, { name: ' Jose\u0301', email: 'ANN@EXAMPLE.COM', companyId: null })).toEqual({
      contact,
    });
  });

  it('that loses its company remembers that a person decided so', () => {
    const contact = { ...regular, companyId: 'company' };
    const { contact: after } = decided({ contact }, { companyId: null });
    expect(after).toEqual({ ...regular, companySetByPerson: true, version: 5, updatedAt: now });
  });

  it('drops the id of a company that there is no more with its next change, which alone is no change', () => {
    const contact = { ...regular, companyId: 'deleted' };
    expect(decided({ contact }, { companyId: null })).toEqual({ contact });
    expect(decided({ contact }, { name: 'Anna' }).contact).not.toHaveProperty('companyId');
    expect(codeOf({ contact }, { companyId: 'deleted' })).toBe('not-found');
  });

  it('forgets what it was before sync once a person has put it back', () => {
    const contact = { ...regular, nameBeforeSync: 'Old', emailBeforeSync: 'old@example.com' };
    const { contact: after } = decided({ contact }, { name: 'Old', email: 'OLD@example.com' });
    expect(after).not.toHaveProperty('nameBeforeSync');
    expect(after).not.toHaveProperty('emailBeforeSync');
    expect(decided({ contact }, { name: 'Third' }).contact.nameBeforeSync).toBe('Old');
  });
});

describe('the first that applies is given', () => {
  it.each<[string, Partial<UpdateSituation>, ContactChanges]>([
    [
      'invalid',
      { ...followed, editPolicy: 'locked', version: 1 },
      { name: 'X', companyId: 'none', fields: { a: 'x'.repeat(200_001) } },
    ],
    ['not-found', { ...followed, editPolicy: 'locked', version: 1 }, { name: 'X', companyId: 'none' }],
    ['locked', { ...followed, editPolicy: 'locked', version: 1 }, { name: 'X' }],
    ['locked', { ...followed, editPolicy: 'locked', version: 1 }, { email: 'taken@example.com' }],
    ['conflict', { version: 3 }, {}],
    ['conflict', {}, { email: 'Taken@example.com' }],
  ])('%s', (code, over, changes) => {
    expect(codeOf(over, changes)).toBe(code);
  });
});

describe('a synced contact under the policy locked', () => {
  const locked: Partial<UpdateSituation> = { ...followed, editPolicy: 'locked' };

  it('refuses another name or email, also none', () => {
    for (const changes of [{ name: 'X' }, { email: 'x@example.com' }, { email: null }]) {
      expect(codeOf(locked, changes)).toBe('locked');
    }
  });

  it('takes company and fields along with the values that it has', () => {
    const changes = { name: 'Ann Account', email: 'ANN@account.example', fields: { a: true } };
    expect(decided(locked, changes)).toEqual({
      contact: { ...following, fields: { a: true }, version: 5, updatedAt: now },
    });
  });
});

describe('a synced contact under follow-until-edited', () => {
  it('stops following what a person changed, and its link says so', () => {
    const update = decided(followed, { name: 'Mine' });
    expect(update.contact).toMatchObject({ name: 'Mine', followsName: false, followsEmail: true, version: 5 });
    expect(update.link).toEqual({ ...link, diverged: true });
  });

  it('follows again once a person saves the account’s value, and the link says so when all follow', () => {
    const contact = { ...following, name: 'Mine', followsName: false, email: 'mine@example.com', followsEmail: false };
    const diverged = { ...link, diverged: true };
    const first = decided({ ...followed, contact, link: diverged }, { name: 'Ann Account' });
    expect(first.contact).toMatchObject({ followsName: true, followsEmail: false });
    expect(first).not.toHaveProperty('link');
    const both = decided(
      { ...followed, contact, link: diverged },
      { name: 'Ann Account', email: 'ann@ACCOUNT.example' },
    );
    expect(both).toMatchObject({ contact: { followsName: true, followsEmail: true }, takes: 'ann@account.example' });
    expect(both.link).toEqual(link);
  });

  it('follows again, in the same version, when the value that a person saves is the present one and the account’s', () => {
    const contact = { ...following, followsName: false };
    const update = decided({ ...followed, contact, link: { ...link, diverged: true } }, { name: 'Ann Account' });
    expect(update).toEqual({ contact: following, link });
  });

  it('that loses its email follows again only if the account has none', () => {
    const { email: _, ...without } = link;
    expect(decided(followed, { email: null }).contact.followsEmail).toBe(false);
    expect(decided({ ...followed, link: without }, { email: null }).contact.followsEmail).toBe(true);
  });
});

describe('a contact that was synced before', () => {
  const former: Partial<UpdateSituation> = { contact: following, editPolicy: 'locked', link };

  it('that a person renames stops following the name for when sync is on again', () => {
    expect(decided(former, { name: 'Mine' }).contact).toMatchObject({ followsName: false, followsEmail: true });
  });

  it('is a person’s own once it has another email than the account’s', () => {
    const own = decided(former, { email: 'mine@example.com' }).contact;
    expect(own).toMatchObject({ emailSetByPerson: true, followsEmail: false });
    const back = decided({ ...former, contact: own, version: 5 }, { email: 'ann@account.example' }).contact;
    expect(back).not.toHaveProperty('emailSetByPerson');
    expect(back.followsEmail).toBe(true);
  });

  it('knows the account’s values by their hashes once the link holds them no more', () => {
    const origin = {
      accountId: 'acc',
      epoch: 3,
      nameHash: 'hash of Ann Account',
      emailHash: 'hash of ann@account.example',
      former: true,
    };
    const contact = { ...regular, origins: [origin], emailSetByPerson: true };
    const back = decided({ contact }, { name: 'Ann Account', email: 'Ann@Account.example' }).contact;
    expect(back).toMatchObject({ followsName: true, followsEmail: true });
    expect(back).not.toHaveProperty('emailSetByPerson');
  });

  it('is nobody’s but a person’s from the start if it never was synced', () => {
    expect(decided({}, { email: 'new@example.com' }).contact).not.toHaveProperty('emailSetByPerson');
  });
});
