import { type Kith, openKith, valueIn } from '../contacts/open-kith';

const sections = (...ids: string[]) => [
  {
    id: 's',
    kind: 'fields' as const,
    title: 'S',
    fields: ids.map((id) => ({ id, kind: 'text' as const, label: id, required: false })),
  },
];

/** A site on which the emptying of a field has begun, of which 30 contacts have a value. */
async function emptyingSite(): Promise<Kith> {
  const kith = await openKith();
  valueIn(await kith.admin('updateTemplate', { of: 'contact', version: 0, sections: sections('a') }));
  for (let at = 0; at < 30; at++) {
    valueIn(await kith.contacts('createContact', { contact: { name: `Person ${at}`, fields: { a: 'x' } } }));
  }
  valueIn(await kith.admin('updateTemplate', { of: 'contact', version: 1, sections: sections() }));
  valueIn(await kith.admin('emptyRemovedField', { of: 'contact', fieldId: 'a' }));
  return kith;
}

async function outcomeOf(kith: Kith) {
  const { items } = valueIn(await kith.contacts('listContacts', { limit: 100 }));
  const { removed } = valueIn(await kith.contacts('getTemplate', { of: 'contact' }));
  return { removed, contacts: items.map(({ version, fields }) => ({ version, fields })) };
}

const emptied = { removed: [], contacts: Array.from({ length: 30 }, () => ({ version: 2, fields: {} })) };

describe('emptying a removed field', () => {
  it('changes each contact once, at whichever of its calls the work crashes', async () => {
    const calm = await emptyingSite();
    const before = calm.sandbox.storage.meter.requests;
    await calm.sandbox.drive(calm.sandbox.forge.whenIdle());
    const calls = calm.sandbox.storage.meter.requests - before;
    expect(await outcomeOf(calm)).toEqual(emptied);
    expect(calls).toBeGreaterThan(5);
    for (let call = 1; call <= calls; call++) {
      const kith = await emptyingSite();
      kith.sandbox.faults.crashAtCall(call, 'after');
      await kith.sandbox.passTime(25 * 60_000);
      kith.sandbox.quiet();
      await kith.sandbox.settle();
      expect({ call, ...(await outcomeOf(kith)) }).toEqual({ call, ...emptied });
      kith.sandbox.dispose();
    }
    calm.sandbox.dispose();
  });
});
