import { claimKeyOf, keyOf } from './compare';
import { expectationOf, mayKeep } from './expectation';
import type { StoredState } from './stored';
import { Broken } from './watcher';
import type { World } from './world';

interface Skipped {
  accountId: string;
  reason: string;
  contactId?: string;
}

/** Who is listed as skipped, and why: everybody whom sync left out, everybody whose email is taken, and nobody else. */
export async function checkSkipped(world: World, state: StoredState): Promise<void> {
  const listed = new Map((await readSkipped(world)).map((skip) => [skip.accountId, skip]));
  if (!state.enabled) {
    if (listed.size > 0) throw new Broken('someone is listed as skipped while sync is off');
    return;
  }
  for (const accountId of world.truth.accountIds) {
    const skip = listed.get(accountId);
    listed.delete(accountId);
    checkOne(world, accountId, skip, state);
  }
  if (listed.size > 0) throw new Broken(`listed as skipped, but no account: ${[...listed.keys()].join(', ')}`);
}

function checkOne(world: World, accountId: string, skip: Skipped | undefined, state: StoredState): void {
  const truth = world.truth.of(accountId);
  const who = `account ${accountId}`;
  if (truth === undefined || truth.type === 'app' || truth.deleted) {
    if (skip !== undefined) throw new Broken(`${who} is an app or deleted, but listed as skipped`);
    return;
  }
  const { mirror } = world.watcher;
  const user = mirror.user(accountId);
  const { reasons, email } = expectationOf(world, accountId, state.settings);
  const claim = email === undefined ? undefined : mirror.claim(claimKeyOf(email));
  const owner = claim === undefined ? undefined : mirror.contact(claim.contactId);
  if (user?.kind !== 'link') {
    if (skip === undefined) throw new Broken(`${who} is neither linked nor listed as skipped`);
    if (reasons.has(skip.reason)) return;
    const mayWait =
      skip.reason === 'email-taken' && email !== undefined && owner !== undefined && skip.contactId === owner.id;
    if (!mayWait || !mayKeep(world, owner, email, state.settings, false)) {
      throw new Broken(`${who} is listed as ${skip.reason} (${skip.contactId}), but it is ${JSON.stringify(truth)}`);
    }
    return;
  }
  const contact = mirror.contact(user.contactId);
  const isPrimary = contact?.primary === accountId;
  const differs = email !== undefined && (contact?.email === undefined || keyOf(contact.email) !== email);
  const waits = isPrimary && differs && owner !== undefined && owner.id !== contact?.id;
  if (skip !== undefined && (skip.reason !== 'email-taken' || !waits || skip.contactId !== owner.id)) {
    throw new Broken(`${who} is linked and listed as ${skip.reason}`);
  }
  const followsEmail = contact?.followsEmail === true || state.settings.editPolicy === 'locked';
  if (skip === undefined && waits && followsEmail) throw new Broken(`${who} waits for its email without being listed`);
}

async function readSkipped(world: World): Promise<Skipped[]> {
  const items: Skipped[] = [];
  let cursor: string | undefined;
  do {
    const payload = cursor === undefined ? { limit: 7 } : { limit: 7, cursor };
    const answer = await world.person.askAndWait('kith-admin', 'listSkippedUsers', payload);
    if (!answer.ok) throw new Broken(`listSkippedUsers answered ${answer.code} in calm weather`);
    const page = answer.value as { items: Skipped[]; cursor?: string };
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return items;
}
