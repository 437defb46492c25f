import { sleep } from '../clock/clock';
import type { ProductAnswer, ProductRequest } from '../http';
import { missingScope, type Outcome } from './answers';
import { UNKNOWN_ACCOUNT_STATUS } from './choices';
import type { User } from './directory/user';
import type { Identity } from './identity';
import type { Issue } from './issue';
import { Meter } from './meter';
import { type Misbehaviour, wellBehaved } from './misbehave';
import { type JiraSiteDeps, openSite } from './open-site';
import { PROJECTS, type Project } from './projects';
import { BadRequest } from './query';
import type { Throttle } from './rate-limits';
import { endpointName, findRoute } from './router';
import { covers } from './scopes';
import { SiteAdmin } from './site-admin';
import { containsText } from './user-search';

export type { JiraSiteDeps } from './open-site';

/** A Jira Cloud site: its accounts, issues and REST API, as far as a contacts app needs them. */
export class JiraSite extends SiteAdmin {
  readonly meter = new Meter();
  /** The settings of what the site does wrong. Fields may be changed at any time. */
  readonly misbehave: Misbehaviour;

  constructor(deps: JiraSiteDeps) {
    const misbehave = wellBehaved();
    super(openSite(deps, misbehave), deps.events);
    this.misbehave = misbehave;
  }

  get siteUrl(): string {
    return this.site.options.siteUrl;
  }

  get cloudId(): string {
    return this.site.options.cloudId;
  }

  /**
   * Answers a REST request. `scopes` are those granted to the app; they bind every request that bears an identity. Calls
   * `from` the browser bridge cost no points.
   *
   * @throws NotBuilt when the request is for something that this site does not have.
   */
  handle(
    request: ProductRequest,
    identity: Identity,
    scopes: readonly string[],
    from: 'app' | 'browser' = 'app',
  ): ProductAnswer {
    const { pathname, search } = splitPath(request.path);
    const method = request.method.toUpperCase();
    const { endpoint, params } = findRoute(method, pathname);
    const name = endpointName(endpoint);
    const call = { endpoint: name, method, from };
    const refusal = this.site.limits.refuse(call);
    if (refusal !== undefined) {
      this.meter.record(name, 0, true);
      return refusal;
    }
    const allowed = identity.as === 'none' || covers(scopes, endpoint.scopes);
    const { headers, body: bodyText } = request;
    const visit = { identity, params, query: new URLSearchParams(search), headers, bodyText };
    const outcome = allowed ? this.run(() => endpoint.handle(this.site, visit)) : missingScope();
    const limited = outcome.status === 429;
    this.meter.record(name, limited ? 0 : this.site.limits.charge(call, outcome), limited);
    return answerOf(outcome, this.site.limits.quotaHeaders(call));
  }

  /** Resolves once no task is under way and searches have seen every change. */
  async whenIdle(): Promise<void> {
    const { tasks, searchable, clock } = this.site;
    await tasks.whenIdle();
    const wait = searchable.seenAllAt - clock.now();
    if (wait > 0) await sleep(clock, wait);
  }

  /** The hour's points of the app. `spend` is for what its other sites use. */
  get points(): {
    used: number;
    perHour: number;
    remaining: number;
    resetsAt: number;
    spend: (points: number) => void;
  } {
    const { quota } = this.site.limits;
    const { used, perHour, remaining, resetsAt } = quota;
    return { used, perHour, remaining, resetsAt, spend: (points) => quota.spend(points) };
  }

  throttle(order: Throttle): void {
    this.site.limits.throttle(order);
  }

  /** Whether the account may do what the global permission stands for, as the site itself sees it. */
  hasGlobalPermission(accountId: string, key: string): boolean {
    return this.site.security.hasGlobal({ as: 'user', accountId }, key);
  }

  /** Forge's account type of a person who opens a page. */
  accessOf(accountId: string): 'licensed' | 'unlicensed' | 'customer' | 'anonymous' {
    const user = this.findUser(accountId);
    if (user === undefined || user.deleted || !user.active) return 'anonymous';
    if (user.accountType === 'customer') return 'customer';
    return this.site.security.hasAccess({ as: 'user', accountId }) ? 'licensed' : 'unlicensed';
  }

  get userCount(): number {
    return this.site.users.size;
  }

  findUser(accountId: string): User | undefined {
    const user = this.site.users.find(accountId);
    return user === undefined ? undefined : structuredClone(user);
  }

  /** Accounts whose name, email or id contains the text, oldest first, deleted ones too. */
  listUsers(ask: { search?: string; startAt?: number; limit?: number } = {}): { total: number; users: User[] } {
    const { search = '', startAt = 0, limit = 50 } = ask;
    const all = this.site.users.list();
    const found = search.trim() === '' ? all : all.filter((user) => containsText(user, search));
    return { total: found.length, users: structuredClone(found.slice(startAt, startAt + limit)) };
  }

  listProjects(): readonly Project[] {
    return PROJECTS;
  }

  findIssue(idOrKey: string): Issue | undefined {
    const issue = this.site.issues.find(idOrKey);
    return issue === undefined ? undefined : { ...issue };
  }

  /** Newest first. With `visibleTo`: only what that person may see. */
  listIssues(
    ask: { projectKey?: string; reporter?: string; visibleTo?: string; startAt?: number; limit?: number } = {},
  ): { total: number; issues: Issue[] } {
    const { startAt = 0, limit = 50 } = ask;
    const found = this.site.issues.list().filter((issue) => {
      if (ask.projectKey !== undefined && issue.projectKey !== ask.projectKey) return false;
      if (ask.reporter !== undefined && issue.reporter !== ask.reporter) return false;
      return ask.visibleTo === undefined || this.canSeeIssue(ask.visibleTo, issue);
    });
    const page = found.reverse().slice(startAt, startAt + limit);
    return { total: found.length, issues: page.map((issue) => ({ ...issue })) };
  }

  canSeeIssue(accountId: string, issue: Issue): boolean {
    return this.site.security.canSeeIssue({ as: 'user', accountId }, issue);
  }

  /**
   * What the personal data report says of an account last read at `updatedAt` (ISO 8601): `closed` once it is deleted,
   * `updated` when it has changed since, undefined when there is nothing to do.
   */
  accountStatus(accountId: string, updatedAt: string): 'closed' | 'updated' | undefined {
    const user = this.site.users.find(accountId);
    if (user === undefined) return UNKNOWN_ACCOUNT_STATUS;
    if (user.deleted) return 'closed';
    return user.updatedAt > Date.parse(updatedAt) ? 'updated' : undefined;
  }

  private run(handle: () => Outcome): Outcome {
    try {
      return handle();
    } catch (error) {
      if (error instanceof BadRequest) return error.outcome;
      throw error;
    }
  }
}

function splitPath(path: string): { pathname: string; search: string } {
  const withoutHash = path.split('#')[0] ?? '';
  const mark = withoutHash.indexOf('?');
  if (mark === -1) return { pathname: withoutHash, search: '' };
  return { pathname: withoutHash.slice(0, mark), search: withoutHash.slice(mark + 1) };
}

function answerOf(outcome: Outcome, quotaHeaders: Record<string, string>): ProductAnswer {
  const headers = { 'content-type': 'application/json;charset=UTF-8', ...outcome.headers, ...quotaHeaders };
  return outcome.body === undefined
    ? { status: outcome.status, headers }
    : { status: outcome.status, headers, body: outcome.body };
}
