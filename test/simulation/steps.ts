import { Chance } from '../../sandbox/src/chance/chance';
import type { Throttle } from '../../sandbox/src/jira';
import { ROSTER } from '../../sandbox/src/jira';
import type { Person } from './person';
import { domains, drawEmail, drawName, protectedAccounts, type Step, type StepKind } from './plan';
import type { World } from './world';

interface Setting {
  world: World;
  chance: Chance;
  person: Person;
}

const minute = 60_000;

/** Does one step. What it draws comes from its own dice. */
export async function doStep(world: World, step: Step): Promise<void> {
  const chance = new Chance(step.seed);
  await actions[step.kind]({ world, chance, person: world.person });
}

/** A living account of a person or customer; undefined if there is none that may be changed like this. */
function anAccount({ world, chance }: Setting, fits: (accountId: string) => boolean = () => true): string | undefined {
  const ids = world.truth.accountIds.filter((id) => {
    const truth = world.truth.of(id);
    return truth !== undefined && truth.type !== 'app' && !truth.deleted && fits(id);
  });
  return ids.length === 0 ? undefined : chance.pick(ids);
}

function change(setting: Setting, accountId: string | undefined, alter: (accountId: string) => unknown): void {
  if (accountId === undefined) return;
  alter(accountId);
  setting.world.truth.note(accountId);
  setting.world.log(`${accountId.slice(-6)} is now ${JSON.stringify(setting.world.truth.of(accountId))}`);
}

const mayGo = (accountId: string): boolean => !protectedAccounts.has(accountId);

/** Emails move on from each account to the next, and the last one's to the first if it is a ring. */
function rotate(setting: Setting, length: number, ring: boolean): void {
  const { world, chance } = setting;
  const chosen = new Set<string>();
  for (let draw = 0; draw < length * 3 && chosen.size < length; draw++) {
    const id = anAccount(setting, (account) => world.truth.of(account)?.email !== undefined);
    if (id !== undefined) chosen.add(id);
  }
  const ids = [...chosen];
  const emails = ids.map((id) => world.truth.of(id)?.email);
  ids.forEach((id, at) => {
    const email = at === 0 && !ring ? drawEmail(chance) : emails.at(at - 1);
    change(setting, id, (account) => world.sandbox.jira.changeEmail(account, email));
  });
}

const throttles: Throttle['kind'][] = ['quota', 'burst', 'gateway', 'unavailable'];
const endpoints = ['every endpoint', 'GET /users/search', 'GET /user', 'GET /user/bulk', 'GET /user/email/bulk'];

const actions: Record<StepKind, (setting: Setting) => void | Promise<void>> = {
  createUser: (setting) => {
    const { world, chance } = setting;
    if (world.truth.accountIds.length > 30) return;
    const user = world.sandbox.jira.createUser({
      displayName: drawName(chance),
      ...(chance.happens(0.9) ? { email: drawEmail(chance) } : {}),
      accountType: chance.pick(['atlassian', 'customer']),
      emailHidden: chance.happens(0.3),
    });
    change(setting, user.accountId, () => undefined);
  },
  recreateUser: (setting) => {
    const { world, chance } = setting;
    const gone = world.truth.accountIds.filter((id) => world.truth.of(id)?.deleted === true);
    if (gone.length === 0 || world.truth.accountIds.length > 30) return;
    const before = world.truth.all(chance.pick(gone)).at(-2);
    if (before === undefined) return;
    const user = world.sandbox.jira.createUser({
      displayName: before.names[0] ?? '',
      ...(before.email === undefined ? {} : { email: before.email }),
      emailHidden: before.hidden,
      accountType: before.type,
    });
    change(setting, user.accountId, () => undefined);
  },
  renameUser: (setting) =>
    change(
      setting,
      anAccount(setting, (id) => setting.world.truth.of(id)?.active === true),
      (id) => setting.world.sandbox.jira.renameUser(id, drawName(setting.chance)),
    ),
  changeEmail: (setting) =>
    change(setting, anAccount(setting), (id) => setting.world.sandbox.jira.changeEmail(id, drawEmail(setting.chance))),
  takeEmailAway: (setting) =>
    change(setting, anAccount(setting, mayGo), (id) => setting.world.sandbox.jira.changeEmail(id, undefined)),
  swapEmails: (setting) => rotate(setting, 2, true),
  handOnEmails: (setting) => rotate(setting, setting.chance.integer(2, 4), setting.chance.happens(0.3)),
  hideEmail: (setting) => change(setting, anAccount(setting), (id) => setting.world.sandbox.jira.hideEmail(id)),
  showEmail: (setting) => change(setting, anAccount(setting), (id) => setting.world.sandbox.jira.showEmail(id)),
  deactivate: (setting) => {
    const named = (id: string) => setting.world.sandbox.jira.findUser(id)?.displayName.trim() !== '';
    change(
      setting,
      anAccount(setting, (id) => mayGo(id) && named(id)),
      (id) => setting.world.sandbox.jira.deactivateUser(id),
    );
  },
  reactivate: (setting) =>
    change(
      setting,
      anAccount(setting, (id) => setting.world.truth.of(id)?.active === false),
      (id) => setting.world.sandbox.jira.reactivateUser(id),
    ),
  deleteUser: (setting) =>
    change(setting, anAccount(setting, mayGo), (id) => setting.world.sandbox.jira.deleteUser(id)),
  degrade: (setting) => {
    const id = anAccount(setting, mayGo);
    if (id !== undefined) setting.world.spell('degraded', id, setting.chance.integer(1, 40) * minute);
  },
  vanish: (setting) => {
    const id = anAccount(setting, mayGo);
    if (id !== undefined) setting.world.spell('missing', id, setting.chance.integer(1, 40) * minute);
  },
  createIssue: (setting) => {
    const reporter = anAccount(setting);
    if (reporter === undefined) return;
    setting.world.sandbox.jira.createIssue({ projectKey: 'HELP', summary: 'Help', reporter });
  },
  openPanel: ({ person }) => person.openPanel(),
  createContact: ({ person, chance }) =>
    person.createContact(`${drawName(chance).trim()} by hand ${chance.integer(1, 99)}`, {
      ...(chance.happens(0.75) ? { email: drawEmail(chance) } : {}),
    }),
  editContact: ({ person, chance }) => person.editContact(chance),
  deleteContact: ({ person, chance }) => person.deleteContact(chance),
  lookAtContacts: ({ person, chance }) => person.lookAtContacts(chance),
  refreshContacts: ({ person, chance }) => person.refreshContacts(chance),
  /** People and accounts want the same email at the same moment. */
  raceForEmail: async (setting) => {
    const { world, person, chance } = setting;
    const email = drawEmail(chance);
    for (let runner = 0; runner < 3; runner++) {
      if (chance.happens(0.6)) person.createContact(`Racer ${runner}`, { email });
      else change(setting, anAccount(setting), (id) => world.sandbox.jira.changeEmail(id, email));
      await world.pass(chance.pick([0, 5, 500]));
    }
  },
  /** Accounts change all the time while a run reads them, slowly. */
  storm: async (setting) => {
    const { world, person, chance } = setting;
    const id = anAccount(setting, (account) => world.truth.of(account)?.active === true);
    const { faults } = world.sandbox;
    person.syncNow();
    await world.pass(700);
    faults.set({ slowCall: 0.5 });
    for (let gust = 0; gust < 20; gust++) {
      const other = chance.happens(0.5)
        ? id
        : anAccount(setting, (account) => world.truth.of(account)?.active === true);
      change(setting, other, (account) => world.sandbox.jira.renameUser(account, `Gust ${gust}`));
      await world.pass(chance.integer(100, 1_200));
    }
    await world.pass(5_000);
    faults.set({ slowCall: world.plan.faults.slowCall ?? 0 });
  },
  turnOn: ({ person }) => person.setSync(true),
  turnOff: ({ person }) => person.setSync(false),
  toggle: async ({ world, person, chance }) => {
    const times = chance.integer(2, 4);
    let on = chance.happens(0.5);
    for (let time = 0; time < times; time++) {
      person.setSync(on);
      on = !on;
      await world.pass(chance.integer(0, 3_000));
      person.lookAtContacts(chance);
    }
  },
  changeSettings: ({ person, chance }) => person.changeSettings(drawSettings(chance)),
  syncNow: ({ person }) => person.syncNow(),
  lookAtStatus: ({ person }) => person.lookAtStatus(),
  throttleJira: ({ world, chance }) => {
    const endpoint = chance.pick(endpoints);
    const order: Throttle = {
      kind: chance.pick(throttles),
      seconds: chance.integer(1, 300),
      headers: chance.happens(0.7),
    };
    if (endpoint !== 'every endpoint') order.endpoint = endpoint;
    world.count(`throttle: ${order.kind}`);
    world.sandbox.jira.throttle(order);
  },
  troubleEmails: ({ world, chance }) => {
    const kind = chance.pick(['not-approved', 'missing-scope', 'failing'] as const);
    world.count(`emails: ${kind}`);
    world.sandbox.jira.misbehave.emails = kind;
    world.sandbox.clock.setTimer(() => {
      world.sandbox.jira.misbehave.emails = 'none';
    }, chance.integer(1, 40) * minute);
  },
  upgrade: ({ world }) => {
    world.sandbox.forge.restartProcesses();
    world.sandbox.upgrade(ROSTER.admin);
  },
  createCompany: ({ world, chance }) => world.keeper.createCompany(chance),
  changeCompany: ({ world, chance }) => world.keeper.changeCompany(chance),
  deleteCompany: ({ world, chance }) => world.keeper.deleteCompany(chance),
  chooseCompany: ({ world, chance }) => world.keeper.chooseCompany(chance),
  changeCompanies: ({ world, chance }) => world.keeper.changeCompanies(chance),
};

function drawSettings(chance: Chance): object {
  const choices = [
    () => ({ accountTypes: { atlassian: chance.happens(0.7), customer: chance.happens(0.7) } }),
    () => ({ accountTypes: { atlassian: true, customer: true } }),
    () => ({ includeInactive: chance.happens(0.5) }),
    () => ({ hiddenEmails: chance.pick(['use', 'skip']) }),
    () => ({ usersWithoutEmail: chance.pick(['skip', 'create']) }),
    () => ({ excludedDomains: domains.filter(() => chance.happens(0.25)) }),
    () => ({ excludedDomains: [] }),
    () => ({ editPolicy: chance.pick(['locked', 'follow-until-edited']) }),
    () => ({ companyFromDomain: chance.happens(0.7) }),
  ];
  return chance.pick(choices)();
}
