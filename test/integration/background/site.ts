import { bundleApp } from '../../../sandbox/src/forge/process/bundle';
import { ROSTER, type User, withRoster } from '../../../sandbox/src/jira';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/src/sandbox';
import type { AdminFunctions, Contact, ContactsFunctions, Page, Result } from '../../../src/contract';
import { type RecordKind, type Records, registry, sha256 } from '../../../src/store/records';
import { plainAccount } from '../plain-account';

const bundle = bundleApp({ entry: 'src/index.ts' });

// A machine that is busy with other suites takes its time.
jest.setTimeout(120_000);

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

type Value<R> = Extract<R, { ok: true }> extends { value: infer T } ? T : never;

/** An account of the directory: active, Atlassian, with a visible email made from its id unless told otherwise. */
export function user(accountId: string, more: Partial<User> = {}): User {
  return {
    ...plainAccount,
    accountId,
    displayName: `Name of ${accountId}`,
    email: `${accountId}@example.com`,
    ...more,
  };
}

/** `count` accounts whose ids sort in the order of their numbers: `u000`, `u001` … */
export function users(count: number, more: Partial<User> = {}): User[] {
  return Array.from({ length: count }, (_, index) => user(`u${String(index).padStart(3, '0')}`, more));
}

/** Kith on a Jira site with the four people of the roster and the given accounts. */
export class Site {
  private constructor(readonly sandbox: Sandbox) {}

  static async open(accounts: User[] = [], options: SandboxOptions = {}): Promise<Site> {
    const directory = { users: withRoster(accounts) };
    return new Site(await createSandbox({ bundle, directory, ...options, jira: { issues: 3, ...options.jira } }));
  }

  /** As `open`, with user sync on and its initial run done. */
  static async synced(accounts: User[] = [], options: SandboxOptions = {}): Promise<Site> {
    const site = await Site.open(accounts, options);
    await site.turnOn();
    await site.sandbox.settle();
    return site;
  }

  get jira() {
    return this.sandbox.jira;
  }

  /** Ends a test: nothing may have gone wrong unnoticed. */
  close(): void {
    this.sandbox.dispose();
    this.sandbox.expectNoProblems();
  }

  async turnOn(): Promise<void> {
    await this.admin('setSyncEnabled', { enabled: true });
  }

  async turnOff(): Promise<void> {
    await this.admin('setSyncEnabled', { enabled: false });
  }

  async admin<K extends keyof AdminFunctions & string>(
    name: K,
    payload: Parameters<AdminFunctions[K]>[0],
  ): Promise<Value<ReturnType<AdminFunctions[K]>>> {
    return valueIn(await this.sandbox.invoke('kith-admin', name, payload, { accountId: ROSTER.admin })) as never;
  }

  async contacts<K extends keyof ContactsFunctions & string>(
    name: K,
    payload: Parameters<ContactsFunctions[K]>[0],
  ): Promise<Value<ReturnType<ContactsFunctions[K]>>> {
    return valueIn(await this.sandbox.invoke('kith-contacts', name, payload, { accountId: ROSTER.agent })) as never;
  }

  panel(issueKey: string): Promise<unknown> {
    return this.onIssue(issueKey, 'getIssueContact', {});
  }

  async onIssue(issueKey: string, name: string, payload: object): Promise<unknown> {
    const issue = this.jira.findIssue(issueKey);
    const visitor = { accountId: ROSTER.agent, extension: { issue: { id: issue?.id, key: issueKey } } };
    return valueIn(await this.sandbox.invoke('kith-issue-contact', name, payload, visitor));
  }

  async allContacts(kind: 'all' | 'synced' | 'regular' = 'all'): Promise<Contact[]> {
    const page: Page<Contact> = await this.contacts('listContacts', { kind, limit: 100 });
    return page.items;
  }

  /** The contact with this name; undefined: there is none, or several. */
  async named(name: string): Promise<Contact | undefined> {
    const found = (await this.allContacts()).filter((contact) => contact.name === name);
    return found.length === 1 ? found[0] : undefined;
  }

  /** What storage holds now under this key, past the app. */
  record<K extends RecordKind>(kind: K, key: string): (Records[K] & { rev: number }) | undefined {
    const { entity, storageKey } = registry[kind];
    for (const row of this.sandbox.storage.rows(entity)) {
      if (row.key === storageKey(key)) return row.value as Records[K] & { rev: number };
    }
    return undefined;
  }

  /** Puts a value into storage past the app. */
  put(entityName: string, key: string, value: unknown): void {
    const answer = this.sandbox.storage.handle('/api/v1/entity/set', JSON.stringify({ entityName, key, value }));
    if (answer.status >= 300) throw new Error(`Storage took nothing: ${JSON.stringify(answer.body)}`);
  }

  /** The contact that the account is linked to. */
  contactOf(accountId: string): Records['contact'] | undefined {
    const link = this.record('user', accountId);
    return link?.kind === 'link' ? this.record('contact', link.contactId) : undefined;
  }

  /** Each row of the entities that sync decides about, with its revision: what was written is not the same. */
  revisions(): Map<string, unknown> {
    const kinds = ['contact', 'email-claim', 'jira-user', 'skip'];
    return new Map(
      kinds.flatMap((entity) => [...this.sandbox.storage.rows(entity)].map((row) => [row.key, row.value])),
    );
  }

  /** Makes the report of personal data due at the next tick, and lets that come. */
  async report(): Promise<void> {
    const longAgo = new Date(this.sandbox.clock.now() - 8 * day).toISOString();
    this.put('sync-state', 'report', { startedAt: longAgo, finishedAt: longAgo, rev: 1000, decision: 'test' });
    await this.sandbox.passTime(6 * minute);
  }

  /** Lets changes of accounts happen of which no event tells. */
  unnoticed(change: () => void): void {
    this.sandbox.faults.set({ eventLost: 1 });
    change();
    this.sandbox.faults.set({ eventLost: 0 });
  }

  /** Lets time pass until the next tick of the schedule has come, and everything that it started is done. */
  async tick(): Promise<void> {
    await this.sandbox.passTime(5 * minute);
  }

  pointsSpent(): number {
    return this.jira.meter.points;
  }

  callsOf(endpoint: string): number {
    return this.jira.meter.of(endpoint).calls;
  }
}

export { ROSTER, sha256 };

function valueIn(result: unknown): unknown {
  const given = result as Result<unknown>;
  if (!given.ok) throw new Error(`Not ok: ${given.error.code}: ${given.error.message}`);
  return given.value;
}
