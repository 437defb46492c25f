import { ROSTER, type User } from '../../../sandbox/src/jira';
import { createSandbox, type SandboxOptions } from '../../../sandbox/src/sandbox';
import type { Contact, RunCounts, SkippedUser, SyncStatus } from '../../../src/contract';
import { bundle, directoryOf, Kith, valueIn } from '../contacts/open-kith';
import { plainAccount } from '../plain-account';

export const minute = 60_000;

/** The accounts that every site has: admin, agent, account manager, portal customer; and one of an app. */
export const people = { count: 4, ids: [ROSTER.admin, ROSTER.agent, ROSTER.accountManager, ROSTER.customer] };

/** An account of the site: `ann` is called Ann and has `ann@example.com`. */
export function user(accountId: string, overrides: Partial<User> = {}): User {
  return {
    ...plainAccount,
    accountId,
    displayName: `${accountId.charAt(0).toUpperCase()}${accountId.slice(1)}`,
    email: `${accountId}@example.com`,
    ...overrides,
  };
}

export const noEmail = (accountId: string): User => {
  const { email: _, ...rest } = user(accountId);
  return rest;
};

/** `user1` to `user<count>`, among them hidden emails, deactivated accounts, people with two accounts, and some without email. */
export function crowd(count: number): User[] {
  return Array.from({ length: count }, (_, index) => {
    const nth = index + 1;
    const id = `user${nth}`;
    if (nth % 7 === 0) return user(id, { emailHidden: true });
    if (nth % 9 === 0) return user(id, { active: false });
    if (nth % 11 === 0) return user(id, { email: `user${nth - 1}@example.com` });
    if (nth % 13 === 0) return noEmail(id);
    return user(id);
  });
}

export const none: RunCounts = {
  seen: 0,
  created: 0,
  linked: 0,
  updated: 0,
  unchanged: 0,
  unlinked: 0,
  skipped: 0,
  failed: 0,
};

/** Kith on a Jira site with the roster and these accounts. */
export class Site extends Kith {
  get jira() {
    return this.sandbox.jira;
  }

  async status(): Promise<SyncStatus> {
    return valueIn(await this.admin('getSyncStatus', {}));
  }

  /** The counts of the current or the latest run. */
  async counts(): Promise<RunCounts> {
    const { run } = await this.status();
    if (run === undefined) throw new Error('There was no run.');
    const { seen, created, linked, updated, unchanged, unlinked, skipped, failed } = run;
    return { seen, created, linked, updated, unchanged, unlinked, skipped, failed };
  }

  async turnOn(): Promise<SyncStatus> {
    return valueIn(await this.admin('setSyncEnabled', { enabled: true }));
  }

  /** Waits until no event is on its way, nothing is queued and nothing runs. */
  idle(): Promise<void> {
    return this.sandbox.drive(this.sandbox.forge.whenIdle());
  }

  /** Lets five-minute ticks pass until the run is over, for at most a day, without asking anything of the app. */
  async untilRunEnds(): Promise<void> {
    for (let tick = 0; tick < 288; tick++) {
      await this.idle();
      if (['done', 'failed'].includes(this.storedRun?.state ?? '')) return;
      await this.sandbox.passTime(5 * minute);
    }
    throw new Error('The run did not end within a day.');
  }

  /** The current or the latest run, as it is stored. */
  get storedRun(): { state: string; hop: number; heartbeatAt: string } | undefined {
    const state = this.stored('sync-state', 'state') as { activeRunId?: string; latestRunId?: string } | undefined;
    const id = state?.activeRunId ?? state?.latestRunId;
    return id === undefined ? undefined : (this.stored('sync-run', id) as Site['storedRun']);
  }

  private stored(entity: string, wanted: string): unknown {
    for (const { key, value } of this.sandbox.storage.rows(entity)) if (key === wanted) return value;
    return undefined;
  }

  async everybody(kind: 'all' | 'synced' | 'regular' = 'all'): Promise<Contact[]> {
    const found: Contact[] = [];
    let cursor: string | undefined;
    do {
      const page = valueIn(
        await this.contacts('listContacts', { kind, limit: 100, ...(cursor === undefined ? {} : { cursor }) }),
      );
      found.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return found;
  }

  /** The contact that follows the account, if there is one. */
  async contactOf(accountId: string): Promise<Contact | undefined> {
    return (await this.everybody('synced')).find(
      ({ jiraUser, otherJiraUsers = [] }) =>
        jiraUser?.accountId === accountId || otherJiraUsers.some((other) => other.accountId === accountId),
    );
  }

  async skipped(): Promise<SkippedUser[]> {
    const found: SkippedUser[] = [];
    let cursor: string | undefined;
    do {
      const page = valueIn(
        await this.admin('listSkippedUsers', { limit: 100, ...(cursor === undefined ? {} : { cursor }) }),
      );
      found.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return found;
  }

  /** Who has which contact, without ids that chance made: names, emails and accounts. */
  async picture(): Promise<string[]> {
    const contacts = await this.everybody();
    return contacts
      .map(({ name, email = '', jiraUser, otherJiraUsers = [] }) =>
        [name, email, jiraUser?.accountId ?? '', ...otherJiraUsers.map((other) => other.accountId).sort()].join(' '),
      )
      .sort();
  }

  /** How many transactions have written something so far. */
  get writes(): number {
    return this.sandbox.storage.meter.requestsByPath['/api/v1/transaction'] ?? 0;
  }
}

export async function openSite(users: User[] = [], options: SandboxOptions = {}): Promise<Site> {
  return new Site(await createSandbox({ bundle, directory: directoryOf(...users), ...options }));
}

/** A site on which user sync is on and its first run over. */
export async function syncedSite(users: User[] = [], options: SandboxOptions = {}): Promise<Site> {
  const site = await openSite(users, options);
  await site.turnOn();
  await site.sandbox.settle();
  return site;
}
