import type { JiraUserRecord } from './link';
import type { Skip } from './skip';

/**
 * Whether an account that turned up somewhere should be looked at: no valid link ties it to a contact. Why an account was
 * skipped may no longer hold, and nobody tells of changes to portal customers; only its type never changes.
 */
export function deservesLook(
  user: JiraUserRecord | undefined,
  skip: Skip | undefined,
  sync: { enabled: boolean; epoch: number },
): boolean {
  if (!sync.enabled || user?.kind === 'tombstone') return false;
  if (user?.kind === 'link' && user.epoch === sync.epoch) return false;
  return !(skip?.epoch === sync.epoch && skip.reason === 'excluded-type');
}
