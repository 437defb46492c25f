import { Chance } from '../../sandbox/src/chance/chance';
import type { FaultRates } from '../../sandbox/src/forge/faults/faults';
import { ROSTER, type User, withRoster } from '../../sandbox/src/jira';

/** One thing that happens, `wait` milliseconds after the one before. Its dice are its own: leaving a step out shifts no other. */
export interface Step {
  number: number;
  kind: StepKind;
  wait: number;
  seed: number;
}

/** Everything that a schedule does; the same seed gives the same plan. */
export interface Plan {
  seed: number;
  users: User[];
  faults: Partial<FaultRates>;
  shortPages: number;
  usersPerEmptySlot: number;
  deletedRead: 'degraded' | 'not-found';
  notExistsHoldsForAbsent: boolean;
  usersOrder: 'created' | 'accountId';
  pointsPerHour: number;
  steps: Step[];
}

const stepWeights = {
  createUser: 7,
  recreateUser: 3,
  renameUser: 6,
  changeEmail: 9,
  takeEmailAway: 2,
  swapEmails: 6,
  handOnEmails: 5,
  hideEmail: 3,
  showEmail: 3,
  deactivate: 4,
  reactivate: 4,
  deleteUser: 3,
  degrade: 3,
  vanish: 4,
  createIssue: 3,
  openPanel: 2,
  createContact: 10,
  editContact: 14,
  deleteContact: 5,
  lookAtContacts: 5,
  refreshContacts: 3,
  raceForEmail: 4,
  storm: 4,
  turnOn: 10,
  turnOff: 5,
  toggle: 4,
  changeSettings: 8,
  syncNow: 4,
  lookAtStatus: 2,
  throttleJira: 3,
  troubleEmails: 2,
  upgrade: 1,
  createCompany: 4,
  changeCompany: 3,
  deleteCompany: 1,
  chooseCompany: 5,
  changeCompanies: 5,
} as const;

export type StepKind = keyof typeof stepWeights;

const stepKinds = Object.keys(stepWeights) as StepKind[];

/** Few enough that people and accounts often want the same one. */
export const emailPool = [
  'ann@alpha.example',
  'bob@alpha.example',
  'Cy@Alpha.example',
  'dee@beta.example',
  'eve@beta.example',
  'ann@beta.example',
  'finn@gamma.example',
  'gia@gamma.example',
  'josé@gamma.example',
  'jose\u0301@gamma.example',
  'ANN@alpha.example',
];

const namePool = ['Ann', 'Bob Ray', 'Çelik Ömer', '  Dee  ', 'Eve', 'Jose\u0301', 'José', '王芳', ''];

export function drawName(chance: Chance): string {
  return chance.happens(0.5) ? chance.pick(namePool) : `Person ${chance.integer(1, 99)}`;
}

export function drawEmail(chance: Chance): string {
  return chance.happens(0.7) ? chance.pick(emailPool) : `p${chance.integer(1, 60)}@${chance.pick(domains)}`;
}

export const domains = ['alpha.example', 'beta.example', 'gamma.example', 'delta.example'];

export function planOf(seed: number): Plan {
  const chance = new Chance(seed).fork('plan');
  const most = chance.integer(3, 25);
  const steps = chance.integer(6, 36);
  const calm = chance.happens(0.1);
  return {
    seed,
    users: withRoster(Array.from({ length: most }, () => drawUser(chance))),
    faults: calm ? {} : drawFaults(chance),
    shortPages: chance.pick([0, 0, 0.3, 1]),
    usersPerEmptySlot: chance.pick([0, 3, 400]),
    deletedRead: chance.pick(['degraded', 'degraded', 'not-found']),
    notExistsHoldsForAbsent: !chance.happens(0.1),
    usersOrder: chance.pick(['created', 'created', 'accountId']),
    pointsPerHour: chance.pick([65_000, 65_000, 65_000, 3_000]),
    steps: [
      ...(chance.happens(0.8)
        ? [{ number: 0, kind: 'turnOn' as const, wait: 100, seed: chance.integer(0, 2 ** 31) }]
        : []),
      ...Array.from({ length: steps }, (_, at) => ({
        number: at + 1,
        kind: drawKind(chance),
        wait: drawWait(chance),
        seed: chance.integer(0, 2 ** 31),
      })),
    ],
  };
}

function drawKind(chance: Chance): StepKind {
  let draw = chance.integer(0, stepKinds.reduce((sum, kind) => sum + stepWeights[kind], 0) - 1);
  for (const kind of stepKinds) {
    if (draw < stepWeights[kind]) return kind;
    draw -= stepWeights[kind];
  }
  return 'lookAtStatus';
}

/** Mostly moments, so that things happen while others go on. */
function drawWait(chance: Chance): number {
  const draw = chance.next();
  if (draw < 0.45) return chance.integer(0, 2_500);
  if (draw < 0.75) return chance.integer(2_500, 60_000);
  if (draw < 0.95) return chance.integer(60_000, 15 * 60_000);
  return chance.integer(15 * 60_000, 3 * 3_600_000);
}

function drawUser(chance: Chance): User {
  const accountType = chance.pick(['atlassian', 'atlassian', 'atlassian', 'customer', 'customer', 'app'] as const);
  const deleted = chance.happens(0.04);
  const email = chance.happens(0.92) && accountType !== 'app' && !deleted ? drawEmail(chance) : undefined;
  const hidden = chance.happens(0.3);
  return {
    accountId: accountType === 'customer' ? `qm:${chance.uuid()}:${chance.hex(32)}` : `712020:${chance.uuid()}`,
    accountType,
    ...(accountType === 'app' ? { appType: 'service' as const } : {}),
    displayName: deleted ? '' : drawName(chance),
    ...(email === undefined ? {} : { email }),
    emailHidden: hidden,
    emailNullWhenHidden: hidden && chance.happens(0.3),
    active: !deleted,
    deleted,
    locale: 'en-US',
    timeZone: 'Etc/UTC',
    groups: [],
    created: 0,
    updatedAt: 0,
  };
}

/** How often each kind of fault may happen at most: enough to be met, not so much that nothing ever works. */
const mostOften: FaultRates = {
  storageThrottled: 0.2,
  storageFailsBefore: 0.15,
  storageFailsAfter: 0.2,
  staleQuery: 1,
  jiraBurst: 0.2,
  jiraQuota: 0.02,
  jiraFails: 0.25,
  jiraNetworkError: 0.15,
  jiraRefuses: 0.1,
  userDegraded: 0.3,
  userMissing: 0.3,
  emailMissing: 0.3,
  queueRequestFails: 0.4,
  queueRequestFailsAfter: 0.4,
  reportFails: 0.5,
  slowCall: 0.3,
  crash: 0.04,
  outOfTime: 0.004,
  coldStart: 0.2,
  eventLost: 0.6,
  eventRepeated: 0.5,
  eventLate: 0.6,
  queueRepeated: 0.6,
  queueLate: 0.5,
  scheduleRepeated: 0.5,
};

function drawFaults(chance: Chance): Partial<FaultRates> {
  const kinds = Object.keys(mostOften) as (keyof FaultRates)[];
  const share = chance.pick([0.1, 0.25, 0.5]);
  const rates: Partial<FaultRates> = {};
  for (const kind of kinds) if (chance.happens(share)) rates[kind] = chance.next() * mostOften[kind];
  return rates;
}

/** People who have to stay what they are, so that somebody can use the app. */
export const protectedAccounts: ReadonlySet<string> = new Set([ROSTER.admin, ROSTER.agent, ROSTER.app]);
