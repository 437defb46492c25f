import type { Deliberation } from './decision';
import { OutdatedSignal } from './knowledge';
import type { Skip, SkipReason } from './skip';

/** Lists the account as skipped. An unchanged skip is not written again. */
export function writeSkip(
  deliberation: Deliberation,
  reason: SkipReason,
  more: { contactId?: string; gone?: boolean; listed?: boolean } = {},
): void {
  const { accountId, epoch } = deliberation.situation;
  const previous = deliberation.drafts.skip(accountId);
  if (previous?.epoch !== undefined && previous.epoch > epoch) throw new OutdatedSignal();
  const skip: Skip = { accountId, reason };
  if (more.listed ?? true) skip.epoch = epoch;
  if (more.contactId !== undefined) skip.contactId = more.contactId;
  if (more.gone === true) skip.gone = true;
  if (previous?.countedIn !== undefined) skip.countedIn = previous.countedIn;
  if (previous?.countedAs !== undefined) skip.countedAs = previous.countedAs;
  deliberation.drafts.put('skip', accountId, skip);
}

export function clearSkip(deliberation: Deliberation): void {
  const { accountId } = deliberation.situation;
  if (deliberation.drafts.skip(accountId) !== undefined) deliberation.drafts.remove('skip', accountId);
}

/** The account no longer asks for an email that another contact has. */
export function clearEmailTaken(deliberation: Deliberation): void {
  if (deliberation.drafts.skip(deliberation.situation.accountId)?.reason === 'email-taken') clearSkip(deliberation);
}
