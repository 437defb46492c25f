import type {
  IssueChange,
  IssuePage,
  Person,
  SiteInfo,
  SiteIssue,
  SiteUser,
  UserChange,
  UserPage,
} from '../../../sandbox/src/web/api-types';
import type { AdminFunctions, ContactsFunctions, Page, Result, SkippedUser, SyncStatus } from '../../../src/contract';

/** What a function of the app gives when it is not refused. */
type Value<F extends (payload: never) => unknown> = ReturnType<F> extends Result<infer T> ? T : never;

/** The site's API as its own pages use it; calls are made as the Jira admin. Answers that are no success throw. */
export class SiteApi {
  constructor(private readonly address: string) {}

  site(): Promise<SiteInfo> {
    return this.ask('GET', '/site');
  }

  async person(role: Person['role']): Promise<Person> {
    const { people } = await this.site();
    const person = people.find((one) => one.role === role);
    if (person === undefined) throw new Error(`Nobody is the ${role}.`);
    return person;
  }

  async problems(): Promise<string[]> {
    return (await this.ask<{ problems: string[] }>('GET', '/problems')).problems;
  }

  /** All accounts of the site, those of apps and deleted ones included, as an administrator of the organization sees them. */
  async allUsers(): Promise<SiteUser[]> {
    const all: SiteUser[] = [];
    for (;;) {
      const { users, total }: UserPage = await this.ask('GET', `/users?startAt=${all.length}&limit=100`);
      all.push(...users);
      if (users.length === 0 || all.length >= total) return all;
    }
  }

  changeUser(accountId: string, change: UserChange): Promise<SiteUser> {
    return this.ask('POST', `/users/${encodeURIComponent(accountId)}/changes`, change);
  }

  issues(reporterId = ''): Promise<IssuePage> {
    return this.ask('GET', `/issues?reporterId=${encodeURIComponent(reporterId)}&limit=100`);
  }

  changeIssue(key: string, change: IssueChange): Promise<SiteIssue> {
    return this.ask('POST', `/issues/${encodeURIComponent(key)}/changes`, change);
  }

  syncStatus(): Promise<SyncStatus> {
    return this.invokeAdmin('getSyncStatus', {});
  }

  setSyncEnabled(enabled: boolean): Promise<SyncStatus> {
    return this.invokeAdmin('setSyncEnabled', { enabled });
  }

  /** Everybody who was left out, of all pages. */
  async skippedUsers(): Promise<SkippedUser[]> {
    const all: SkippedUser[] = [];
    let cursor: string | undefined;
    do {
      const payload = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
      const page: Page<SkippedUser> = await this.invokeAdmin('listSkippedUsers', payload);
      all.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return all;
  }

  /** Calls a function of the admin page. @throws Error with the code when it is refused */
  invokeAdmin<K extends keyof AdminFunctions>(
    key: K,
    payload: Parameters<AdminFunctions[K]>[0],
  ): Promise<Value<AdminFunctions[K]>> {
    return this.invoke('kith-admin', 'jira:adminPage', key, payload);
  }

  /** Calls a function of the contacts page. @throws Error with the code when it is refused */
  invokeContacts<K extends keyof ContactsFunctions>(
    key: K,
    payload: Parameters<ContactsFunctions[K]>[0],
  ): Promise<Value<ContactsFunctions[K]>> {
    return this.invoke('kith-contacts', 'jira:globalPage', key, payload);
  }

  private async invoke<T>(moduleKey: string, type: string, functionKey: string, payload: object): Promise<T> {
    const call = { moduleKey, functionKey, payload, extension: { type } };
    const { result } = await this.ask<{ result: Result<T> }>('POST', '/invoke', call);
    if (!result.ok) throw new Error(`${functionKey}: ${result.error.code} ${result.error.message}`);
    return result.value;
  }

  private async ask<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.address}/sandbox-api${path}`, {
      method,
      headers: { origin: this.address, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }
}
