import { ROSTER } from '../../../sandbox/src/jira';
import type { Result } from '../../../src/contract';
import { codeOf, type Kith, openKith, valueIn } from './open-kith';

let kith: Kith;
afterEach(() => kith.sandbox.dispose());

/** A call of storage that takes longer than an invocation may take is ended by Forge; pages show it as they show `unavailable`. */
async function outcomeOf<T>(call: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof Error) || !/timed out/.test(error.message)) throw error;
    return { ok: false, error: { code: 'unavailable', message: error.message } };
  }
}

const open = async (seed = 1) => {
  kith = await openKith({ seed });
};

describe('when answers of storage get lost, or never come', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'a change is made once or not at all, and never taken for somebody else’s (seed %i)',
    async (seed) => {
      await open(seed);
      valueIn(await kith.contacts('listContacts', {}));
      kith.sandbox.faults.set({ storageFailsAfter: 0.2, storageFailsBefore: 0.1, storageThrottled: 0.1 });
      for (let at = 0; at < 15; at++) {
        const email = `person${at}@example.com`;
        const created = await outcomeOf(kith.contacts('createContact', { contact: { name: `Person ${at}`, email } }));
        expect(['ok', 'unavailable', 'rate-limited']).toContain(codeOf(created));
        if (!created.ok) continue;
        const { id } = created.value;
        const changes = { email: `new${at}@example.com`, name: `New ${at}` };
        const updated = await outcomeOf(kith.contacts('updateContact', { id, version: 1, changes }));
        expect(['ok', 'unavailable', 'rate-limited']).toContain(codeOf(updated));
        if (!updated.ok) continue;
        expect(updated.value).toMatchObject({ version: 2, ...changes });
        if (at % 2 === 0) continue;
        const deleted = await outcomeOf(kith.contacts('deleteContact', { id, version: 2 }));
        expect(['ok', 'unavailable', 'rate-limited']).toContain(codeOf(deleted));
        kith.sandbox.quiet();
        if (deleted.ok) expect(codeOf(await kith.contacts('getContact', { id }))).toBe('not-found');
        kith.sandbox.faults.set({ storageFailsAfter: 0.2, storageFailsBefore: 0.1, storageThrottled: 0.1 });
      }
      kith.sandbox.quiet();
      await kith.sandbox.passTime(120_000);
      for (const contact of valueIn(await kith.contacts('listContacts', { limit: 100 })).items) {
        const again = await kith.contacts('createContact', { contact: { name: 'X', email: contact.email ?? '' } });
        expect(codeOf(again)).toBe('conflict');
        const gone = await kith.contacts('deleteContact', { id: contact.id, version: contact.version });
        expect(codeOf(gone)).toBe('ok');
      }
      for (let at = 0; at < 15; at++) {
        for (const email of [`person${at}@example.com`, `new${at}@example.com`]) {
          expect(codeOf(await kith.contacts('createContact', { contact: { name: 'X', email } }))).toBe('ok');
        }
      }
    },
  );

  it('an answer that was lost for good is unavailable, one that was refused for load rate-limited', async () => {
    await open();
    valueIn(await kith.contacts('listContacts', {}));
    const answers: string[] = [];
    for (const fault of ['storageFailsBefore', 'storageFailsAfter', 'storageThrottled'] as const) {
      kith.sandbox.quiet();
      kith.sandbox.faults.set({ [fault]: 1 });
      answers.push(codeOf(await outcomeOf(kith.contacts('createContact', { contact: { name: fault } }))));
      answers.push(codeOf(await outcomeOf(kith.contacts('listContacts', {}))));
    }
    expect(answers).toEqual([
      ...['unavailable', 'unavailable'],
      ...['unavailable', 'unavailable'],
      ...['rate-limited', 'rate-limited'],
    ]);
  });
});

describe('when Jira fails', () => {
  it.each([
    ['jiraFails', 'unavailable'],
    ['jiraNetworkError', 'unavailable'],
    ['jiraQuota', 'rate-limited'],
    ['jiraBurst', 'rate-limited'],
    ['jiraRefuses', 'forbidden'],
  ] as const)('(%s) nobody is let in who is not known: %s', async (fault, code) => {
    await open();
    kith.sandbox.faults.set({ [fault]: 1 });
    expect(codeOf(await kith.contacts('listContacts', {}))).toBe(code);
    expect(codeOf(await kith.admin('getSettings', {}))).toBe(code);
    expect(codeOf(await kith.admin('setSyncEnabled', { enabled: true }))).toBe(code);
    const junk = await kith.call('kith-contacts', 'getContact', 'junk', { accountId: ROSTER.agent });
    expect(codeOf(junk)).toBe(code === 'forbidden' ? 'forbidden' : 'invalid');
  });

  it('who was let in a moment ago goes on working, and addresses lead to the site that the browser is on', async () => {
    await open();
    await kith.sync();
    valueIn(await kith.contacts('listCompanies', {}));
    kith.sandbox.faults.set({ jiraFails: 1 });
    const dana = await kith.find('dana');
    expect(dana.jiraUser?.profileUrl).toMatch(/^https:\/\/kith-sandbox\.atlassian\.net\/issues/);
    expect(codeOf(await kith.panel('getIssueContact', {}, { id: '10001' }))).toBe('unavailable');
  });
});

describe('when queries lag', () => {
  it('what is listed may be old, what is read by id is not', async () => {
    await open();
    const { id } = valueIn(await kith.contacts('createContact', { contact: { name: 'Ann' } }));
    await kith.sandbox.passTime(120_000);
    valueIn(await kith.contacts('updateContact', { id, version: 1, changes: { name: 'Zed' } }));
    kith.sandbox.faults.set({ staleQuery: 1 });
    kith.sandbox.faults.ranges.stale = { low: 30_000, high: 30_000 };
    const { items } = valueIn(await kith.contacts('listContacts', {}));
    expect(items.map((contact) => contact.name)).toEqual(['Ann']);
    expect(valueIn(await kith.contacts('getContact', { id })).name).toBe('Zed');
  });

  it('a contact that was synced is not listed as synced once sync is off', async () => {
    await open();
    await kith.sync();
    await kith.sandbox.passTime(120_000);
    await kith.turnOff();
    kith.sandbox.faults.set({ staleQuery: 1 });
    const all = valueIn(await kith.contacts('listContacts', {})).items;
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter((contact) => contact.synced || contact.jiraUser !== undefined)).toEqual([]);
    expect(valueIn(await kith.contacts('listContacts', { kind: 'synced' })).items).toEqual([]);
  });
});

describe('when the queue refuses', () => {
  it('deleting a contact for whose email an account waits succeeds all the same', async () => {
    await open();
    await kith.sync();
    const owner = valueIn(await kith.contacts('createContact', { contact: { name: 'O', email: 'new@example.com' } }));
    kith.sandbox.jira.changeEmail(ROSTER.customer, 'new@example.com');
    valueIn(await kith.admin('syncNow', {}));
    await kith.sandbox.settle();
    kith.sandbox.faults.set({ queueRequestFails: 1 });
    expect(codeOf(await kith.contacts('deleteContact', { id: owner.id, version: 1 }))).toBe('ok');
    kith.sandbox.quiet();
    valueIn(await kith.admin('syncNow', {}));
    await kith.sandbox.settle();
    expect(await kith.find('new@')).toMatchObject({ synced: true });
  });
});
