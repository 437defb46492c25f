import type { Account } from './account';
import { applyLink } from './apply-link';
import { takeKey, waitForKey } from './claims';
import { type ContactRecord, mostAccounts } from './contact';
import type { Deliberation, Outcome } from './decision';
import { ineligibility } from './eligibility';
import { emailKey } from './email-key';
import { ownerOf } from './follow';
import { UnreadableSignal } from './knowledge';
import { accountName } from './link-values';
import { accountsOf, moveKey } from './move-key';
import { sameName } from './name';
import { clearSkip, writeSkip } from './write-skip';

/** Decides about a living account that no link ties to a contact. */
export function linkForTheFirstTime(deliberation: Deliberation, account: Account): Outcome {
  const { situation, drafts, knowledge } = deliberation;
  const { email } = account;
  knowledge.require([
    { kind: 'skip', key: account.accountId },
    ...(email.kind === 'known' ? [{ kind: 'claim' as const, key: emailKey(email.email) }] : []),
  ]);
  const gone = drafts.skip(account.accountId)?.gone === true && !account.active;
  const reason = ineligibility(account, situation.settings, gone);
  if (reason !== undefined) {
    writeSkip(deliberation, reason, { gone });
    return 'skipped';
  }
  if (email.kind === 'unreadable') throw new UnreadableSignal(account.accountId);
  if (email.kind !== 'known') return create(deliberation, account, undefined);

  const key = emailKey(email.email);
  const owner = ownerOf(deliberation, key, undefined);
  if (owner === undefined) return create(deliberation, account, key);
  const candidates = accountsOf(owner).filter((id) => id !== account.accountId);
  if (candidates.length === 0 || someoneHasEmail(deliberation, candidates, key)) {
    if (owner.accounts.length >= mostAccounts) return emailTaken(deliberation, key, owner);
    return join(deliberation, account, owner, candidates.length === 0);
  }
  if (moveKey(deliberation, key, owner, undefined)) return create(deliberation, account, key);
  return emailTaken(deliberation, key, owner);
}

/** Whether one of the accounts, read now, has this email: then all of them are the same person's. */
function someoneHasEmail(deliberation: Deliberation, accountIds: string[], key: string): boolean {
  const { knowledge } = deliberation;
  knowledge.require(accountIds.map((id) => ({ kind: 'reading' as const, key: id })));
  const readings = accountIds.map((id) => ({ id, reading: knowledge.reading(id) }));
  const found = readings.some(
    ({ reading }) =>
      reading.kind === 'living' &&
      reading.account.email.kind === 'known' &&
      emailKey(reading.account.email.email) === key,
  );
  const unreadable = readings.find(
    ({ reading }) =>
      reading.kind === 'unreadable' || (reading.kind === 'living' && reading.account.email.kind === 'unreadable'),
  );
  if (!found && unreadable !== undefined) throw new UnreadableSignal(unreadable.id);
  return found;
}

/** Links a regular contact, or one of which this is a further account; its id, company and fields stay. */
function join(deliberation: Deliberation, account: Account, owner: ContactRecord, wasRegular: boolean): Outcome {
  const { emailSetByPerson: _, ...contact } = owner;
  // What an account gave before is no person's word: it follows the new account, and is not kept.
  const follows = contact.followsName || sameName(contact.name, accountName(account));
  const flags = wasRegular ? { followsName: follows, followsEmail: true } : {};
  clearSkip(deliberation);
  applyLink(deliberation, account, { ...contact, ...flags }, undefined);
  return 'linked';
}

function create(deliberation: Deliberation, account: Account, key: string | undefined): Outcome {
  const { situation } = deliberation;
  const { email } = account;
  const contact: ContactRecord = {
    id: situation.newContactId,
    version: 1,
    name: accountName(account),
    ...(email.kind === 'known' ? { email: email.email.trim() } : {}),
    followsName: true,
    followsEmail: true,
    fields: {},
    accounts: [],
    origins: [],
    createdAt: situation.now,
    updatedAt: situation.now,
  };
  if (key !== undefined) takeKey(deliberation, key, contact.id);
  clearSkip(deliberation);
  applyLink(deliberation, account, contact, undefined);
  return 'created';
}

function emailTaken(deliberation: Deliberation, key: string, owner: ContactRecord): Outcome {
  waitForKey(deliberation, key);
  writeSkip(deliberation, 'email-taken', { contactId: owner.id });
  return 'skipped';
}
