import fc from 'fast-check';
import type { EmailReading } from '../../../src/domain/account';
import { emailKey } from '../../../src/domain/email-key';
import { contact } from './build/contact';
import { settings } from './build/settings';
import { World } from './build/world';

const accountIds = ['ann', 'bob', 'cid', 'qm:dan', 'qm:eve'];
const locals = ['a', 'b', 'c', 'd'];

const person = fc.constantFrom(...accountIds);
const email: fc.Arbitrary<EmailReading> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .constantFrom(...locals)
      .map((local) => ({ kind: 'known' as const, email: `${local}@example.com`, source: 'profile' as const })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ kind: 'none' as const }, { kind: 'hidden' as const }, { kind: 'unreadable' as const }),
  },
);

/** One thing that happens. Whatever Jira tells of the change may come later, or never. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('lives' as const),
      person,
      email,
      active: fc.integer({ min: 0, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('says' as const),
      person,
      reading: fc.constantFrom('missing' as const, 'degraded' as const, 'unreadable' as const),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('converge' as const), person, deletedEvent: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('writes' as const), local: fc.constantFrom(...locals) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('toggle' as const), reduced: fc.subarray(accountIds) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('time' as const), minutes: fc.integer({ min: 1, max: 12 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('policy' as const), locked: fc.boolean(), inactive: fc.boolean() }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function take(world: World, happens: Step, nth: number): void {
  switch (happens.kind) {
    case 'lives': {
      const accountType = happens.person.startsWith('qm:') ? 'customer' : 'atlassian';
      world.account(happens.person, { accountType, email: happens.email, active: happens.active > 0 });
      return;
    }
    case 'says':
      world.says(happens.person, happens.reading);
      return;
    case 'converge':
      world.converge(happens.person, { deletedEvent: happens.deletedEvent });
      return;
    case 'writes': {
      const wanted = `${happens.local}@example.com`;
      if (world.claim(wanted) === undefined) world.person(contact(`written-${nth}`, { email: wanted }));
      return;
    }
    case 'toggle':
      world.turnOff();
      for (const accountId of happens.reduced) if (world.link(accountId) !== undefined) world.reduce(accountId);
      world.turnOn();
      return;
    case 'time':
      world.passMinutes(happens.minutes);
      return;
    case 'policy':
      world.settings = settings({
        editPolicy: happens.locked ? 'locked' : 'follow-until-edited',
        includeInactive: happens.inactive,
      });
  }
}

function worldAfter(steps: readonly Step[]): World {
  const world = new World();
  steps.forEach((happens, nth) => {
    take(world, happens, nth);
  });
  return world;
}

/** Everybody lives again, with an email of their own choice, and everybody is looked at until nothing changes. */
function settle(world: World, emails: readonly string[]): void {
  accountIds.forEach((accountId, index) => {
    world.account(accountId, { email: { kind: 'known', email: `${emails[index]}@example.com`, source: 'profile' } });
  });
  for (let round = 0; round < 6; round++) world.convergeAll(...accountIds);
}

const history = fc.array(step, { maxLength: 40 });
const runs = { numRuns: 150 };

describe('after any history', () => {
  it('the invariants hold at every step, and once all is settled every eligible account is linked or listed', () => {
    fc.assert(
      fc.property(
        history,
        fc.array(fc.constantFrom(...locals, 'e', 'f'), { minLength: 5, maxLength: 5 }),
        (steps, emails) => {
          const world = worldAfter(steps);
          settle(world, emails);
          for (const accountId of accountIds) {
            const isLinked = world.contactOf(accountId) !== undefined;
            expect(isLinked || world.skip(accountId)?.epoch === world.epoch).toBe(true);
          }
        },
      ),
      runs,
    );
  });

  it('once all is settled, a second look at everybody changes nothing', () => {
    fc.assert(
      fc.property(
        history,
        fc.array(fc.constantFrom(...locals, 'e', 'f'), { minLength: 5, maxLength: 5 }),
        (steps, emails) => {
          const world = worldAfter(steps);
          settle(world, emails);
          for (const accountId of accountIds) {
            world.converge(accountId);
            expect(world.last?.changes).toEqual([]);
          }
        },
      ),
      runs,
    );
  });

  it('once all is settled under locked, a primary’s contact has its email unless it is listed as email-taken', () => {
    fc.assert(
      fc.property(
        history,
        fc.shuffledSubarray([...locals, 'e', 'f'], { minLength: 5, maxLength: 5 }),
        (steps, emails) => {
          const world = worldAfter(steps);
          world.settings = settings();
          settle(world, emails);
          accountIds.forEach((accountId, index) => {
            const contactOf = world.contactOf(accountId);
            if (contactOf?.primary !== accountId || world.skip(accountId)?.reason === 'email-taken') return;
            expect(contactOf.email === undefined ? undefined : emailKey(contactOf.email)).toBe(
              `${emails[index]}@example.com`,
            );
          });
        },
      ),
      runs,
    );
  });
});
