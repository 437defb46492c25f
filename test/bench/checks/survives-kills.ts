import { Chance } from '../../../sandbox/src/chance/chance';
import type { ContactRecord } from '../../../src/domain/contact';
import type { JiraUserRecord } from '../../../src/domain/link';
import type { Skip } from '../../../src/domain/skip';
import { BenchSite } from '../bench-site';
import { kith } from '../kith';
import type { RunResult } from '../system';

const kills = 10;
/** Kills save a run some calls, so its very last ones may not come. */
const within = 0.95;
const seed = 7;
const shown = 5;

interface End {
  calls: number;
  crashes: number;
  hours: number;
  counts: Omit<RunResult, 'finishedAt'>;
  picture: string[];
}

/** The same site twice: once undisturbed, once with the worker killed in the midst of ten of its calls. */
export async function survivesKills(accounts = 100_000): Promise<string[]> {
  const undisturbed = await runOver(accounts, []);
  const chance = new Chance(seed);
  const at = Array.from({ length: kills }, () => chance.integer(1, Math.floor(undisturbed.calls * within)));
  const killed = await runOver(accounts, at);
  console.log(`        killed at calls ${at.sort((a, b) => a - b).join(', ')} of ${undisturbed.calls}`);
  console.log(`        ${undisturbed.hours.toFixed(2)} h undisturbed, ${killed.hours.toFixed(2)} h with kills`);
  console.log(`        ${JSON.stringify(killed.counts)}`);
  const failures: string[] = [];
  if (killed.crashes !== kills) failures.push(`${killed.crashes} kills happened instead of ${kills}.`);
  const counts = [undisturbed, killed].map((end) => JSON.stringify(end.counts));
  if (counts[0] !== counts[1]) failures.push(`The counts differ: ${counts[0]} undisturbed, ${counts[1]} with kills.`);
  return [...failures, ...differences(undisturbed.picture, killed.picture)];
}

async function runOver(accounts: number, killAt: readonly number[]): Promise<End> {
  const site = await BenchSite.open(kith, accounts);
  const { faults, storage, jira } = site.sandbox;
  const since = site.now;
  const callsBefore = storage.meter.requests + jira.meter.calls;
  await site.admin('setSyncEnabled', { enabled: true });
  for (const call of killAt) faults.crashAtCall(call);
  await site.untilRunEnds(since);
  const finished = kith.finishedRun(site);
  if (finished === undefined) throw new Error('The run is not over.');
  const { finishedAt, ...counts } = finished;
  const end: End = {
    calls: storage.meter.requests + jira.meter.calls - callsBefore,
    crashes: faults.counts.get('crash') ?? 0,
    hours: (finishedAt - since) / 3_600_000,
    counts,
    picture: pictureOf(site),
  };
  site.sandbox.dispose();
  return end;
}

/** Who has which contact, and who was left out and why; without what differs from run to run: ids of contacts, and times. */
function pictureOf(site: BenchSite): string[] {
  const lines: string[] = [];
  const contacts = new Map<string, ContactRecord>();
  for (const { value } of site.sandbox.storage.rows('contact')) {
    const contact = value as ContactRecord;
    contacts.set(contact.id, contact);
    const accounts = contact.accounts.map(({ accountId, active, epoch }) => `${accountId} ${active} ${epoch}`).sort();
    const { name, email = '', primary = '', version, followsName, followsEmail } = contact;
    lines.push(['contact', name, email, primary, version, followsName, followsEmail, ...accounts].join(' | '));
  }
  for (const { value } of site.sandbox.storage.rows('jira-user')) {
    const user = value as JiraUserRecord;
    if (user.kind !== 'link') {
      lines.push(`${user.kind} | ${user.accountId}`);
      continue;
    }
    const { accountId, name, email = '', active, epoch, pending = false } = user;
    const owner = contacts.get(user.contactId)?.primary ?? 'nobody';
    lines.push(['link', accountId, owner, name, email, active, epoch, pending].join(' | '));
  }
  for (const { value } of site.sandbox.storage.rows('skip')) {
    const { accountId, reason, contactId = '', epoch = '' } = value as Skip;
    lines.push(['skip', accountId, reason, contacts.get(contactId)?.primary ?? '', epoch].join(' | '));
  }
  const claims = [...site.sandbox.storage.rows('email-claim')].map(({ key, value }) => {
    const { contactId } = value as { contactId: string };
    return `claim | ${key} | ${contacts.get(contactId)?.primary ?? 'nobody'}`;
  });
  return [...lines, ...claims].sort();
}

function differences(expected: readonly string[], found: readonly string[]): string[] {
  const [before, after] = [new Set(expected), new Set(found)];
  const missing = expected.filter((line) => !after.has(line));
  const extra = found.filter((line) => !before.has(line));
  if (expected.length !== found.length || missing.length > 0 || extra.length > 0) {
    return [
      `${missing.length} records of the undisturbed run are missing, ${extra.length} are there besides.`,
      ...missing.slice(0, shown).map((line) => `missing: ${line}`),
      ...extra.slice(0, shown).map((line) => `besides: ${line}`),
    ];
  }
  return [];
}
