import { expectationOf, knownEmail } from './expectation';
import { checkContacts } from './model-contacts';
import { checkLists } from './model-lists';
import { checkSkipped } from './model-skipped';
import type { StoredLink, StoredState } from './stored';
import { Broken } from './watcher';
import type { World } from './world';

/**
 * Compares what has settled with what the Behaviour table says of the accounts as they really are, under the settings as
 * they are now. Where the table leaves the outcome to what happened before, any allowed outcome passes.
 */
export async function checkSettled(world: World): Promise<void> {
  checkProblems(world);
  const state = world.watcher.mirror.state;
  if (state === undefined) return;
  checkRuns(state);
  for (const accountId of world.truth.accountIds) checkAccount(world, accountId, state);
  checkContacts(world, state);
  await checkLists(world, state);
  await checkSkipped(world, state);
  await checkStatus(world, state);
  if (state.enabled) await checkUnchangedTurn(world);
  checkProblems(world);
}

/** Looked for also where nothing was ever stored: an app that does not work at all breaks nothing else. */
function checkProblems(world: World): void {
  const problems = world.problems.filter((problem) => !isExpected(problem));
  if (problems.length > 0) throw new Broken(`the app had problems: ${problems[0]}`);
}

const faultOfPlatform =
  /Storage(Throttled|Unavailable)|Jira(Unavailable|Forbidden|NotFound|Refused)|StateContended|ForgeKvsAPIError/;

/** What the queue refuses has no class of its own; a connection that fails is a TypeError that, unlike a mistake's, has a cause. */
const faultOfQueue = /Queueing [a-z ]+ failed: (?:Error|TypeError \(Error\))$/m;

/** The app names a fault of the platform when it logs one; anything else in the list of problems is a mistake of the app. */
function isExpected(problem: string): boolean {
  return faultOfPlatform.test(problem) || faultOfQueue.test(problem);
}

function checkRuns(state: StoredState): void {
  if (state.activeRunId !== undefined) throw new Broken(`after a week a run is still active: ${state.activeRunId}`);
  if (state.leftovers) throw new Broken('after a week former links are still left');
}

function checkAccount(world: World, accountId: string, state: StoredState): void {
  const truth = world.truth.of(accountId);
  const user = world.watcher.mirror.user(accountId);
  const skip = world.watcher.mirror.skip(accountId);
  if (truth === undefined) return;
  const who = `account ${accountId}`;
  if (truth.type === 'app') {
    if (user !== undefined || skip !== undefined) throw new Broken(`something is stored of an app: ${accountId}`);
    return;
  }
  if (truth.deleted) {
    if (user !== undefined && user.kind !== 'tombstone') throw new Broken(`deleted ${who} still has a ${user.kind}`);
    if (skip !== undefined) throw new Broken(`deleted ${who} still has a skip`);
    return;
  }
  const isLinked = user?.kind === 'link';
  if (isLinked && (!state.enabled || user.epoch !== state.epoch)) throw new Broken(`${who} still has a former link`);
  if (!state.enabled) return;
  const expected = expectationOf(world, accountId, state.settings);
  if (isLinked) {
    if (!expected.mayBeLinked) throw new Broken(`${who} is linked, but ${[...expected.reasons].join(', ')}`);
    checkLink(world, user, state);
  } else if (expected.reasons.size === 0 && skip?.reason !== 'email-taken') {
    throw new Broken(`${who} is eligible and neither linked nor skipped: ${JSON.stringify({ truth, user, skip })}`);
  }
}

/** The Synced section always equals the account. */
function checkLink(world: World, link: StoredLink, { settings }: StoredState): void {
  const truth = world.truth.of(link.accountId);
  if (truth === undefined) return;
  const email = knownEmail(truth, settings);
  const agrees =
    truth.names.includes(link.name) &&
    link.active === truth.active &&
    link.accountType === truth.type &&
    link.email === email;
  if (!agrees) throw new Broken(`the link ${JSON.stringify(link)} does not equal its account ${JSON.stringify(truth)}`);
}

interface Status {
  enabled: boolean;
  phase: string;
  run?: Record<string, unknown>;
}

async function readStatus(world: World): Promise<Status> {
  const answer = await world.person.askAndWait('kith-admin', 'getSyncStatus', {});
  if (!answer.ok) throw new Broken(`getSyncStatus answered ${answer.code} in calm weather`);
  return answer.value as Status;
}

async function checkStatus(world: World, state: StoredState): Promise<void> {
  const { enabled, phase } = await readStatus(world);
  if (enabled !== state.enabled || phase !== (state.enabled ? 'on' : 'off')) {
    throw new Broken(`the status is ${phase} after a week with sync ${state.enabled ? 'on' : 'off'}`);
  }
}

/** One more run over what has settled finds everybody, changes nothing, and writes no contact and no link. */
async function checkUnchangedTurn(world: World): Promise<void> {
  const { watcher } = world;
  const entities = ['contact', 'jira-user', 'email-claim'] as const;
  const before = entities.map((entity) => watcher.writes.get(entity) ?? 0);
  await world.person.askAndWait('kith-admin', 'syncNow', {});
  await world.pass(3 * 3_600_000);
  const { run } = await readStatus(world);
  const people = world.truth.accountIds.filter((id) => world.truth.of(id)?.type !== 'app').length;
  const linked = watcher.mirror.users().filter(({ kind }) => kind === 'link').length;
  const wanted = { state: 'done', seen: people, unchanged: linked, skipped: people - linked };
  const isAsWanted = Object.entries({ ...wanted, created: 0, linked: 0, updated: 0, unlinked: 0, failed: 0 }).every(
    ([name, value]) => run?.[name] === value,
  );
  if (!isAsWanted) throw new Broken(`one more run gave ${JSON.stringify(run)} instead of ${JSON.stringify(wanted)}`);
  entities.forEach((entity, at) => {
    if ((watcher.writes.get(entity) ?? 0) !== before[at]) throw new Broken(`one more run has written a ${entity}`);
  });
}
