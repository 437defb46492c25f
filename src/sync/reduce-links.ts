import type { JiraUserRecord } from '../domain/link';
import { reduceLink } from '../domain/reduce-link';
import { eachOf } from '../store/each-of';
import { readRecords } from '../store/read-records';
import { sha256 } from '../store/records';
import { commit } from '../store/transaction';
import { packDecisions, type Writing } from './pack-decisions';

const mostAttempts = 5;
const transactionsAtOnce = 6;

export interface Reduction {
  /** Accounts whose link this run reduced, now or before a crash. */
  reduced: string[];
  /** Accounts whose link could not be reduced for races. */
  failed: string[];
}

/**
 * Reduces the links of the given accounts that are of an earlier epoch than `epoch`.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function reduceLinks(accountIds: readonly string[], epoch: number, runId: string): Promise<Reduction> {
  const reduced = new Set<string>();
  let open = [...accountIds];
  for (let attempt = 0; open.length > 0 && attempt < mostAttempts; attempt++) {
    const { writings, done } = await planReductions(open, epoch, runId);
    for (const accountId of done) reduced.add(accountId);
    const { bins, later } = packDecisions(writings);
    const again = new Set(later);
    await eachOf(bins, transactionsAtOnce, async (bin) => {
      const written = await commit(bin.flatMap(({ decision }) => decision.changes));
      for (const { accountId } of bin) {
        if (written === 'committed') reduced.add(accountId);
        else again.add(accountId);
      }
    });
    // Decisions that share a contact take turns, and that is no lost race.
    if (later.length > 0 && later.length === again.size) attempt -= 1;
    open = [...again];
  }
  return { reduced: [...reduced], failed: open };
}

async function planReductions(
  accountIds: readonly string[],
  epoch: number,
  runId: string,
): Promise<{ writings: Map<string, Writing>; done: string[] }> {
  const users = await readRecords(accountIds.map((key) => ({ kind: 'user', key })));
  const links = accountIds.map((key) => users.get('user', key)).filter(({ record }) => isOldLink(record, epoch));
  const contactIds = links.flatMap(({ record }) => (record?.kind === 'link' ? [record.contactId] : []));
  const contacts = await readRecords(contactIds.map((key) => ({ kind: 'contact', key })));
  const writings = new Map<string, Writing>();
  for (const user of links) {
    if (user.record?.kind !== 'link') continue;
    const contact = contacts.get('contact', user.record.contactId);
    const changes = reduceLink(user, contact, epoch, runId, sha256);
    if (changes !== undefined) writings.set(user.record.accountId, { changes, checks: [] });
  }
  const done = accountIds.filter((key) => {
    const { record } = users.get('user', key);
    return record?.kind === 'former' && record.reducedIn === runId;
  });
  return { writings, done };
}

function isOldLink(record: JiraUserRecord | undefined, epoch: number): boolean {
  return record?.kind === 'link' && record.epoch < epoch;
}
