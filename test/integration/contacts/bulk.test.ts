import type { Contact } from '../../../src/contract';
import { codeOf, directoryOf, type Kith, openKith, valueIn } from './open-kith';

let kith: Kith;
beforeEach(async () => {
  kith = await openKith({
    directory: directoryOf({ accountId: 'ann', displayName: 'Ann Account', email: 'ann@a.example' }),
  });
});
afterEach(() => {
  kith.sandbox.expectNoProblems();
  kith.sandbox.dispose();
});

async function contacts(count: number): Promise<Contact[]> {
  const made: Contact[] = [];
  for (let at = 0; at < count; at++) {
    const contact = { name: `Person ${at}`, email: `person${at}@example.com` };
    made.push(valueIn(await kith.contacts('createContact', { contact })));
  }
  return made;
}
const company = async (name: string) => valueIn(await kith.contacts('createCompany', { company: { name } }));
const chosen = (records: readonly Contact[]) => records.map(({ id, version }) => ({ id, version }));
const read = async ({ id }: Contact) => valueIn(await kith.contacts('getContact', { id }));

function countRequests(): string[] {
  const requests: string[] = [];
  const { storage } = kith.sandbox;
  const handle = storage.handle.bind(storage);
  jest.spyOn(storage, 'handle').mockImplementation((...given: Parameters<typeof handle>) => {
    requests.push(given[0]);
    return handle(...given);
  });
  return requests;
}

describe('setCompanyOfContacts', () => {
  it('gives all chosen contacts the company, each with its next version, or takes it from them', async () => {
    const people = await contacts(30);
    const { id } = await company('Acme');
    const set = await kith.contacts('setCompanyOfContacts', { contacts: chosen(people), companyId: id });
    expect(valueIn(set)).toEqual({ changed: 30, failed: [] });
    const after = await Promise.all(people.map(read));
    expect(after.map(({ companyName, version }) => [companyName, version])).toEqual(people.map(() => ['Acme', 2]));
    const none = await kith.contacts('setCompanyOfContacts', { contacts: chosen(after), companyId: null });
    expect(valueIn(none)).toEqual({ changed: 30, failed: [] });
    expect((await Promise.all(people.map(read))).map(({ companyId }) => companyId)).toEqual(
      people.map(() => undefined),
    );
  });

  it('tells of each contact that it could not change, and changes the others', async () => {
    const [one, two, gone, three] = await contacts(4);
    if (!one || !two || !gone || !three) throw new Error('There are four.');
    valueIn(await kith.contacts('deleteContact', { id: gone.id, version: 1 }));
    valueIn(await kith.contacts('updateContact', { id: two.id, version: 1, changes: { name: 'Newer' } }));
    const { id } = await company('Acme');
    const junk = { id: 'no such/id', version: 1 };
    const set = await kith.contacts('setCompanyOfContacts', {
      contacts: [...chosen([one, two, gone, three]), junk],
      companyId: id,
    });
    expect(valueIn(set)).toEqual({
      changed: 2,
      failed: [
        { id: two.id, code: 'conflict', message: expect.any(String) },
        { id: gone.id, code: 'not-found', message: expect.any(String) },
        { id: junk.id, code: 'not-found', message: expect.any(String) },
      ],
    });
    expect([(await read(one)).companyId, (await read(two)).companyId, (await read(three)).companyId]).toEqual([
      id,
      undefined,
      id,
    ]);
  });

  it('is not-found for a company that there is not, and changes nobody', async () => {
    const people = await contacts(1);
    for (const companyId of ['none', 'no such/id']) {
      expect(await kith.contacts('setCompanyOfContacts', { contacts: chosen(people), companyId })).toMatchObject({
        error: { code: 'not-found', field: 'companyId' },
      });
    }
  });

  it('gives synced contacts a company too', async () => {
    await kith.sync();
    const ann = await kith.find('ann');
    const { id } = await company('Acme');
    const set = await kith.contacts('setCompanyOfContacts', { contacts: chosen([ann]), companyId: id });
    expect(valueIn(set)).toEqual({ changed: 1, failed: [] });
    expect(await read(ann)).toMatchObject({ companyId: id, synced: true });
  });

  it('takes at most 100 contacts', async () => {
    const many = Array.from({ length: 101 }, (_, at) => ({ id: `c${at}`, version: 1 }));
    expect(codeOf(await kith.contacts('setCompanyOfContacts', { contacts: many, companyId: null }))).toBe('invalid');
    expect(codeOf(await kith.contacts('deleteContacts', { contacts: [] }))).toBe('invalid');
  });
});

describe('deleteContacts', () => {
  it('deletes the contacts and frees their emails', async () => {
    const people = await contacts(30);
    expect(valueIn(await kith.contacts('deleteContacts', { contacts: chosen(people) }))).toEqual({
      changed: 30,
      failed: [],
    });
    expect(valueIn(await kith.contacts('listContacts', {})).items).toEqual([]);
    expect(await contacts(30)).toHaveLength(30);
  });

  it('leaves synced and changed ones, and says so', async () => {
    await kith.sync();
    const ann = await kith.find('ann');
    const [one, two] = await contacts(2);
    if (!one || !two) throw new Error('There are two.');
    valueIn(await kith.contacts('updateContact', { id: two.id, version: 1, changes: { name: 'Newer' } }));
    expect(valueIn(await kith.contacts('deleteContacts', { contacts: chosen([ann, one, two, one]) }))).toEqual({
      changed: 1,
      failed: [
        { id: ann.id, code: 'locked', message: expect.any(String) },
        { id: two.id, code: 'conflict', message: expect.any(String) },
      ],
    });
    expect(codeOf(await kith.contacts('getContact', { id: one.id }))).toBe('not-found');
    expect(await read(ann)).toMatchObject({ synced: true });
  });

  it('reads in batches and writes a dozen in a transaction', async () => {
    const people = await contacts(48);
    const requests = countRequests();
    valueIn(await kith.contacts('deleteContacts', { contacts: chosen(people) }));
    const transactions = requests.filter((path) => path.includes('transaction'));
    expect([transactions.length, requests.length]).toEqual([4, 9]);
  });

  it('sees to contacts one by one where somebody changes one of them meanwhile', async () => {
    const people = await contacts(5);
    const third = people[2];
    if (third === undefined) throw new Error('There are five.');
    const [bulk, single] = await Promise.all([
      kith.contacts('deleteContacts', { contacts: chosen(people) }),
      kith.contacts('updateContact', { id: third.id, version: 1, changes: { name: 'Newer' } }),
    ]);
    const { changed, failed } = valueIn(bulk);
    expect(changed + failed.length).toBe(5);
    if (single.ok) expect(failed.map(({ id, code }) => [id, code])).toEqual([[third.id, 'conflict']]);
    else expect(changed).toBe(5);
  });

  it('is answered with what is known when storage fails', async () => {
    const people = await contacts(30);
    kith.sandbox.faults.set({ storageFailsAfter: 0.3 });
    const answer = await kith.contacts('deleteContacts', { contacts: chosen(people) });
    kith.sandbox.quiet();
    expect(['ok', 'unavailable', 'rate-limited']).toContain(codeOf(answer));
    if (answer.ok) expect(answer.value.changed + answer.value.failed.length).toBe(30);
  });
});
