import type { Account } from './account';
import { applyLink } from './apply-link';
import { type ContactRecord, mostAccounts } from './contact';
import type { Decided, Decision, Deliberation, Outcome, Recheck, Situation } from './decision';
import { Drafts } from './drafts';
import { exclusion } from './eligibility';
import { emailKey } from './email-key';
import { linkForTheFirstTime } from './first-link';
import { type Knowledge, NeedSignal, OutdatedSignal, UnreadableSignal } from './knowledge';
import { absent, type Change, type Check } from './known';
import { type FormerLink, isValid, type Link } from './link';
import { linkValues, sameLinkValues, withUsableEmail } from './link-values';
import { removeLink } from './unlink';
import { clearSkip, writeSkip } from './write-skip';

/** Two sightings of a missing account count as one until they are this far apart (milliseconds). */
export const secondLookAfter = 10 * 60_000;

/** How long an unreadable account waits for its next look (milliseconds). */
export const unreadableRetryAfter = 5 * 60_000;

/**
 * Decides what has to be written so that one Jira account and its contact agree, whatever state they are in. Pure: the
 * same situation and knowledge give the same decision. Asks for what it does not know yet.
 */
export function decide(situation: Situation, knowledge: Knowledge): Decision {
  knowledge.learn('contact', situation.newContactId, absent);
  const drafts = new Drafts(knowledge);
  const deliberation: Deliberation = { situation, knowledge, drafts, wake: new Set() };
  try {
    const { outcome, recheck } = judge(deliberation);
    return conclude(deliberation, outcome, recheck);
  } catch (error) {
    if (error instanceof NeedSignal) return { kind: 'need', needs: error.needs };
    if (error instanceof OutdatedSignal)
      return { kind: 'decided', outcome: 'failed', changes: [], checks: [], wake: [] };
    if (error instanceof UnreadableSignal) return nothing('failed', lookAgain(situation));
    throw error;
  }
}

interface Judgement {
  outcome: Outcome;
  recheck?: Recheck;
}

function judge(deliberation: Deliberation): Judgement {
  const { situation, knowledge } = deliberation;
  const { reading } = situation;
  const user = knowledge.user(situation.accountId).record;
  if (user?.kind === 'tombstone') return { outcome: 'skipped' };
  if (user?.kind === 'link' && user.epoch > situation.epoch) throw new OutdatedSignal();
  const link = isValid(user, situation.epoch) ? user : undefined;
  if (link !== undefined && reading.retrievedAt < link.retrievedAt) return { outcome: 'unchanged' };
  const untouched: Judgement = { outcome: link === undefined ? 'skipped' : 'unchanged' };
  if (situation.off === true && !situation.deletedEvent) return untouched;
  switch (reading.kind) {
    case 'app':
      return { outcome: 'ignored' };
    case 'unreadable':
      return { outcome: 'failed', recheck: lookAgain(situation) };
    case 'degraded':
      return situation.deletedEvent ? gone(deliberation, false) : untouched;
    case 'missing':
      if (situation.deletedEvent) return gone(deliberation, false);
      return user === undefined ? untouched : sighting(deliberation, user, untouched.outcome);
    case 'living':
      if (situation.deletedEvent && !reading.account.active) return gone(deliberation, situation.off !== true);
      if (situation.off === true) return untouched;
      return { outcome: living(deliberation, withUsableEmail(reading.account)) };
  }
}

function living(deliberation: Deliberation, account: Account): Outcome {
  const { situation, knowledge } = deliberation;
  const user = knowledge.user(account.accountId).record;
  if (user?.kind === 'link') {
    return user.epoch === situation.epoch
      ? keepLinked(deliberation, account, user)
      : goBack(deliberation, account, user.contactId, user);
  }
  if (user?.kind === 'former') return goBack(deliberation, account, user.contactId, undefined);
  return linkForTheFirstTime(deliberation, account);
}

function keepLinked(deliberation: Deliberation, account: Account, link: Link): Outcome {
  const { situation, knowledge, drafts } = deliberation;
  const excluded = exclusion(account, situation.settings);
  if (excluded !== undefined) {
    removeLink(deliberation);
    writeSkip(deliberation, excluded);
    return 'unlinked';
  }
  if (account.email.kind === 'unreadable') throw new UnreadableSignal(account.accountId);
  if (!differs(link, account, situation)) {
    noteLook(deliberation, link);
    return 'unchanged';
  }
  const email = account.email.kind === 'known' ? account.email.email : undefined;
  knowledge.require([
    { kind: 'contact', key: link.contactId },
    { kind: 'skip', key: link.accountId },
    ...claimNeeds(email, link.email),
  ]);
  const contact = drafts.contact(link.contactId);
  if (contact === undefined) {
    drafts.remove('user', link.accountId);
    return linkForTheFirstTime(deliberation, account);
  }
  const { missingSince: _, ...previous } = link;
  applyLink(deliberation, account, contact, previous);
  const outcome = drafts.changes().length === 0 ? 'unchanged' : 'updated';
  if (outcome === 'unchanged') noteLook(deliberation, link);
  return outcome;
}

/** A look that a person asked for is kept, although nothing differs. */
function noteLook({ situation, drafts }: Deliberation, link: Link): void {
  if (situation.askedFor !== true) return;
  drafts.put('user', link.accountId, { ...link, retrievedAt: situation.reading.retrievedAt });
}

/** Whether a valid link asks for more than a glance. */
function differs(link: Link, account: Account, situation: Situation): boolean {
  return (
    link.pending === true ||
    link.missingSince !== undefined ||
    (link.diverged === true && situation.settings.editPolicy === 'locked') ||
    !sameLinkValues(link, linkValues(account, link, situation.settings))
  );
}

/** An account with a former link goes back to that contact, if it still exists and no person gave it another email meanwhile. */
function goBack(deliberation: Deliberation, account: Account, contactId: string, link: Link | undefined): Outcome {
  const { situation, knowledge, drafts } = deliberation;
  // A decision that was in flight when sync was turned off and on may have left a later reading than this one.
  if (link !== undefined && situation.reading.retrievedAt < link.retrievedAt) {
    throw new UnreadableSignal(account.accountId);
  }
  const email = account.email.kind === 'known' ? account.email.email : undefined;
  knowledge.require([
    { kind: 'contact', key: contactId },
    { kind: 'skip', key: account.accountId },
    ...claimNeeds(email, link?.email),
  ]);
  const excluded = exclusion(account, situation.settings);
  if (excluded !== undefined) {
    removeLink(deliberation);
    writeSkip(deliberation, excluded);
    return 'skipped';
  }
  if (account.email.kind === 'unreadable') throw new UnreadableSignal(account.accountId);
  const contact = drafts.contact(contactId);
  const full = contact !== undefined && countOthers(contact, account.accountId) >= mostAccounts;
  if (contact !== undefined && contact.emailSetByPerson !== true && !full) {
    clearSkip(deliberation);
    applyLink(deliberation, account, contact, link);
    return 'linked';
  }
  removeLink(deliberation);
  return linkForTheFirstTime(deliberation, account);
}

function countOthers(contact: ContactRecord, accountId: string): number {
  return contact.accounts.filter((account) => account.accountId !== accountId).length;
}

function claimNeeds(...emails: (string | undefined)[]): { kind: 'claim'; key: string }[] {
  const keys = emails.filter((email) => email !== undefined).map((email) => emailKey(email));
  return [...new Set(keys)].map((key) => ({ kind: 'claim', key }));
}

/** The first sighting of a missing account is noted and queues the second; two that are far enough apart mean gone. */
function sighting(deliberation: Deliberation, user: Link | FormerLink, outcome: Outcome): Judgement {
  const { situation, drafts } = deliberation;
  const seen = situation.reading.retrievedAt;
  const first = user.missingSince ?? seen;
  if (Date.parse(seen) - Date.parse(first) >= secondLookAfter) return gone(deliberation, false);
  if (user.missingSince === undefined) drafts.put('user', user.accountId, { ...user, missingSince: seen });
  const notBefore = new Date(Date.parse(first) + secondLookAfter).toISOString();
  return { outcome, recheck: { accountId: user.accountId, notBefore } };
}

function gone(deliberation: Deliberation, listed: boolean): Judgement {
  const { situation, drafts } = deliberation;
  const user = drafts.user(situation.accountId);
  if (user === undefined && !listed && drafts.skip(situation.accountId) === undefined) return { outcome: 'skipped' };
  const wasLinked = isValid(user, situation.epoch);
  removeLink(deliberation);
  writeSkip(deliberation, 'inactive', { gone: true, listed });
  return { outcome: wasLinked ? 'unlinked' : 'skipped' };
}

function lookAgain(situation: Situation): Recheck {
  const notBefore = new Date(Date.parse(situation.now) + unreadableRetryAfter).toISOString();
  const recheck: Recheck = { accountId: situation.accountId, notBefore };
  return situation.deletedEvent ? { ...recheck, deletedEvent: true } : recheck;
}

function nothing(outcome: Outcome, recheck: Recheck): Decided {
  return { kind: 'decided', outcome, changes: [], checks: [], wake: [], recheck };
}

/** Stamps what a run writes, so that a page read again after a crash counts each account as before. */
function conclude(deliberation: Deliberation, outcome: Outcome, recheck: Recheck | undefined): Decided {
  const { situation, knowledge, wake } = deliberation;
  const counted = countedBefore(deliberation) ?? outcome;
  const changes = deliberation.drafts.changes().map((change) => stamp(change, situation, counted));
  const checks: Check[] = [];
  const touchesUser = changes.some((change) => change.kind === 'user' && change.key === situation.accountId);
  if (changes.length > 0 && !touchesUser) {
    checks.push({ kind: 'user', key: situation.accountId, rev: knowledge.user(situation.accountId).rev });
  }
  return {
    kind: 'decided',
    outcome: counted,
    changes,
    checks,
    wake: [...wake].filter((accountId) => accountId !== situation.accountId),
    ...(recheck === undefined ? {} : { recheck }),
  };
}

function countedBefore({ situation, knowledge }: Deliberation): Outcome | undefined {
  if (situation.runId === undefined) return undefined;
  const user = knowledge.user(situation.accountId).record;
  if (user?.kind === 'link' && user.countedIn === situation.runId) return user.countedAs as Outcome;
  if (user !== undefined || !knowledge.knows('skip', situation.accountId)) return undefined;
  const skip = knowledge.recall('skip', situation.accountId).record;
  return skip?.countedIn === situation.runId ? (skip.countedAs as Outcome) : undefined;
}

function stamp(change: Change, situation: Situation, outcome: Outcome): Change {
  if (situation.runId === undefined || change.key !== situation.accountId || change.record === undefined) return change;
  const stamps = { countedIn: situation.runId, countedAs: outcome };
  if (change.kind === 'user' && change.record.kind === 'link') {
    return { ...change, record: { ...change.record, ...stamps } };
  }
  if (change.kind === 'skip') return { ...change, record: { ...change.record, ...stamps } };
  return change;
}
