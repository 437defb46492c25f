import { ROSTER } from '../../../sandbox/src/jira';
import type { ContactRecord } from '../../../src/domain/contact';
import { singleKeys } from '../../../src/store/records';
import type { SyncState } from '../../../src/store/sync-state';
import { BenchSite, minute, second } from '../bench-site';
import { kith } from '../kith';

/** How long after turning on it is turned off (milliseconds). */
const moments = [700, 1_300, 2_500, 7_000, 14_000, 45_000, 90_000];
const watched = 30 * minute;

/** Turns off at several moments of an initial run whose calls are now and then very slow, so that old workers linger. */
export async function offAtOnce(accounts = 10_000): Promise<string[]> {
  const failures: string[] = [];
  for (const moment of moments) {
    const site = await BenchSite.open(kith, accounts);
    const { faults, storage } = site.sandbox;
    faults.ranges.slow = { low: 5 * second, high: 120 * second };
    await site.admin('setSyncEnabled', { enabled: true });
    await passSlowly(site, moment);
    const atWork = [...storage.rows('contact')].length;
    const off = site.now;
    await site.admin('setSyncEnabled', { enabled: false });
    failures.push(...(await watch(site)).map((failure) => `Turned off after ${moment} ms: ${failure}`));
    await site.untilRunEnds(off);
    await site.sandbox.passTime(watched);
    failures.push(...leftovers(site).map((failure) => `Turned off after ${moment} ms: ${failure}`));
    console.log(`        ${moment} ms: ${atWork} contacts then, ${[...storage.rows('contact')].length} in the end`);
    site.sandbox.dispose();
  }
  return failures;
}

/** Lets time pass in which a few calls are very slow; people's own calls, between such times, are not. */
async function passSlowly(site: BenchSite, durationMs: number): Promise<void> {
  const { faults } = site.sandbox;
  faults.set({ slowCall: 0.003 });
  await site.sandbox.passTime(durationMs);
  faults.set({ slowCall: 0 });
}

/** Looks at the list of synced contacts, and at all that is stored, time and again. */
async function watch(site: BenchSite): Promise<string[]> {
  const began = site.now;
  const seen = new Set<string>();
  for (let wait = second; site.now - began < watched; wait *= 1.5) {
    const visitor = { accountId: ROSTER.agent };
    const answer = await site.sandbox.invoke('kith-contacts', 'listContacts', { kind: 'synced' }, visitor);
    const { value } = answer as { value?: { items: unknown[] } };
    if (value === undefined) seen.add(`the list was answered with ${JSON.stringify(answer)}`);
    else if (value.items.length > 0) seen.add(`${value.items.length} contacts are listed as synced`);
    for (const problem of validLinks(site)) seen.add(problem);
    await passSlowly(site, wait);
  }
  return [...seen];
}

/** While sync is off, no link and no contact may be of the current epoch. */
function validLinks(site: BenchSite): string[] {
  const state = site.row<SyncState>('sync-state', singleKeys.state);
  if (state === undefined || state.enabled) return ['user sync is on'];
  const links = [...site.sandbox.storage.rows('jira-user')].filter(
    ({ value }) => (value as { epoch?: number }).epoch === state.epoch,
  );
  return links.length === 0 ? [] : [`${links.length} links are valid`];
}

/** Once everything has been cleared up, nothing follows an account any more. */
function leftovers(site: BenchSite): string[] {
  const links = [...site.sandbox.storage.rows('jira-user')].filter(
    ({ value }) => (value as { kind: string }).kind === 'link',
  );
  const contacts = [...site.sandbox.storage.rows('contact')].filter(
    ({ value }) => (value as ContactRecord).accounts.length > 0,
  );
  const found: string[] = [];
  if (links.length > 0) found.push(`${links.length} links are left in the end`);
  if (contacts.length > 0) found.push(`${contacts.length} contacts name accounts in the end`);
  return found;
}
