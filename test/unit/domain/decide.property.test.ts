import fc from 'fast-check';
import { contact } from './build/contact';
import { type PlainAccount, PlainModel, type PlainSettings } from './build/plain-model';
import { settings } from './build/settings';
import { World } from './build/world';

const ids = ['ann', 'bob', 'cid', 'dot', 'qm:eve', 'qm:fay', 'qm:gil'];
const emails = ['a@one.example', 'b@one.example', 'c@one.example', 'd@two.example', 'e@two.example'];
const email = fc.option(fc.constantFrom(...emails), { nil: undefined, freq: 8 });

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      id: fc.constantFrom(...ids),
      name: fc.constantFrom('Ann', 'Bob', 'Cid'),
      email,
      active: fc.integer({ min: 0, max: 4 }).map((draw) => draw > 0),
    }),
  },
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('look' as const), id: fc.constantFrom(...ids) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('write' as const), email: fc.constantFrom(...emails) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('settings' as const),
      customers: fc.boolean(),
      inactive: fc.boolean(),
      withoutEmail: fc.boolean(),
      excludedDomain: fc.option(fc.constant('two.example'), { nil: undefined }),
    }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The same things happen to the app's decisions and to the plain model. */
class Both {
  readonly world = new World();
  private readonly accounts = new Map<string, PlainAccount>();
  private settings: PlainSettings = {
    customers: true,
    inactive: false,
    withoutEmail: false,
    excludedDomain: undefined,
  };
  readonly model = new PlainModel(
    (id) => this.accountOf(id),
    () => this.settings,
  );

  constructor() {
    for (const id of ids) this.change(id, { name: id, email: undefined, active: true });
  }

  take(happens: Step, nth: number): void {
    switch (happens.kind) {
      case 'change':
        this.change(happens.id, happens);
        return;
      case 'look':
        this.world.converge(happens.id);
        this.model.look(happens.id);
        expect(this.world.skip(happens.id)?.reason).toBe(this.model.skips.get(happens.id));
        expect(this.world.contactOf(happens.id) !== undefined).toBe(this.model.contactOf(happens.id) !== undefined);
        return;
      case 'write':
        if (this.world.claim(happens.email) !== undefined) return;
        this.world.person(contact(`written-${nth}`, { name: `Written ${nth}`, email: happens.email }));
        this.model.contacts.push({ name: `Written ${nth}`, email: happens.email, members: [] });
        return;
      case 'settings':
        this.settings = happens;
        this.world.settings = settings({
          accountTypes: { atlassian: true, customer: happens.customers },
          includeInactive: happens.inactive,
          usersWithoutEmail: happens.withoutEmail ? 'create' : 'skip',
          excludedDomains: happens.excludedDomain === undefined ? [] : [happens.excludedDomain],
        });
    }
  }

  /** Every contact of both, in an order that does not depend on ids. */
  contacts(): { decided: string[]; modelled: string[] } {
    const line = (name: string, address: string | undefined, accounts: string[]) =>
      `${name} <${address ?? ''}> ${accounts.sort().join(' ')}`;
    return {
      decided: this.world.contacts
        .map((one) =>
          line(
            one.name,
            one.email,
            one.accounts.map(({ accountId }) => accountId),
          ),
        )
        .sort(),
      modelled: this.model.contacts
        .map((one) =>
          line(
            one.name,
            one.email,
            one.members.map(({ id }) => id),
          ),
        )
        .sort(),
    };
  }

  private change(id: string, account: { name: string; email: string | undefined; active: boolean }): void {
    const type = id.startsWith('qm:') ? 'customer' : 'atlassian';
    this.accounts.set(id, { type, name: account.name, email: account.email, active: account.active });
    this.world.account(id, {
      accountType: type,
      name: account.name,
      active: account.active,
      email:
        account.email === undefined ? { kind: 'none' } : { kind: 'known', email: account.email, source: 'profile' },
    });
  }

  private accountOf(id: string): PlainAccount {
    const account = this.accounts.get(id);
    if (account === undefined) throw new Error(`There is no account ${id}.`);
    return account;
  }
}

describe('decide() and a plain model of the Behaviour table', () => {
  it('give every account the same contact, name, email or reason, after each look, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const both = new Both();
        steps.forEach((happens, nth) => {
          both.take(happens, nth);
          const { decided, modelled } = both.contacts();
          expect(decided).toEqual(modelled);
        });
      }),
      { numRuns: 400 },
    );
  });
});
