import { randomUUID } from 'node:crypto';
import api, { getAppContext, type Route, route } from '@forge/api';
import { Queue } from '@forge/events';
import { kvs, WhereConditions } from '@forge/kvs';

/**
 * User sync as one would write it first: page through the users, take them one at a time, get what is there, set what it
 * should be. No conditions, no packing, no budget of points. It stands in the benchmark beside the app, on the same manifest.
 */

interface JiraUser {
  accountId: string;
  accountType: string;
  active: boolean;
  displayName: string;
  emailAddress?: string | null;
}

interface NaiveContact {
  id: string;
  name: string;
  email: string;
  emailKey: string;
  primary?: string;
  createdAt: string;
  updatedAt: string;
}

interface NaiveLink {
  accountId: string;
  contactId: string;
  name: string;
  email: string;
  retrievedAt: string;
}

interface NaiveRun {
  kind: 'list' | 'unlink';
  startAt: number;
  seen: number;
  created: number;
  linked: number;
  updated: number;
  unlinked: number;
  skipped: number;
  heartbeatAt: number;
  finishedAt?: number;
}

type Outcome = 'created' | 'linked' | 'updated' | 'skipped';

const pageSize = 50;
const reserve = 60_000;
const longestPause = 20_000;
const queue = new Queue({ key: 'sync' });

class AskedToWait extends Error {
  constructor(readonly seconds: number) {
    super('Jira asked to wait.');
  }
}

export async function adminResolver({ call }: { call: { functionKey: string; payload?: { enabled?: boolean } } }) {
  if (call.functionKey === 'setSyncEnabled') await kvs.set('enabled', call.payload?.enabled === true);
  const isOn = (await kvs.get<boolean>('enabled')) === true;
  await startRun(isOn ? 'list' : 'unlink');
  return { ok: true, value: { enabled: isOn } };
}

/** A run that was left lying is taken up again. */
export async function everyFiveMinutes() {
  const run = await kvs.get<NaiveRun>('run');
  if (run !== undefined && run.finishedAt === undefined && Date.now() - run.heartbeatAt > 20 * 60_000) await push(0);
  return { statusCode: 204 };
}

export async function onSyncQueue(): Promise<void> {
  const run = await kvs.get<NaiveRun>('run');
  if (run === undefined || run.finishedAt !== undefined) return;
  const { invocationRemainingTimeInMillis } = getAppContext();
  try {
    do {
      const ended = run.kind === 'list' ? await onePage(run) : await unlinkSome(run);
      run.heartbeatAt = Date.now();
      if (ended) run.finishedAt = Date.now();
      await patiently(() => kvs.set('run', run));
      if (ended) return;
    } while (invocationRemainingTimeInMillis() > reserve);
    await push(0);
  } catch (error) {
    if (!(error instanceof AskedToWait)) throw error;
    run.heartbeatAt = Date.now() + error.seconds * 1000;
    await patiently(() => kvs.set('run', run));
    await push(error.seconds);
  }
}

export async function onUserEvent({ user }: { user: { accountId: string } }): Promise<unknown> {
  if ((await patiently(() => kvs.get<boolean>('enabled'))) !== true) return undefined;
  await syncUser(await ask<JiraUser>(route`/rest/api/3/user?accountId=${user.accountId}`));
  return undefined;
}

export async function onIssueEvent(): Promise<void> {}

export async function onLifecycle(): Promise<void> {}

export async function contactsResolver() {
  return { ok: true, value: {} };
}

export async function issueResolver() {
  return { ok: true, value: {} };
}

async function startRun(kind: NaiveRun['kind']): Promise<void> {
  const counts = { seen: 0, created: 0, linked: 0, updated: 0, unlinked: 0, skipped: 0 };
  await kvs.set('run', { kind, startAt: 0, ...counts, heartbeatAt: Date.now() });
  await push(0);
}

async function push(delay: number): Promise<void> {
  await queue.push({ body: {}, delayInSeconds: Math.min(900, Math.ceil(delay)) });
}

async function onePage(run: NaiveRun): Promise<boolean> {
  const users = await ask<JiraUser[]>(route`/rest/api/3/users/search?startAt=${run.startAt}&maxResults=${pageSize}`);
  for (const user of users) {
    if (user.accountType === 'app') continue;
    run.seen++;
    run[await syncUser(user)]++;
  }
  run.startAt += pageSize;
  return users.length === 0;
}

async function syncUser(user: JiraUser): Promise<Outcome> {
  if (!user.active) return 'skipped';
  const email = user.emailAddress ?? (await hiddenEmail(user.accountId));
  if (email === undefined) return 'skipped';
  const now = new Date().toISOString();
  const links = kvs.entity<NaiveLink>('jira-user');
  const contacts = kvs.entity<NaiveContact>('contact');
  const link = await patiently(() => links.get(user.accountId));
  const known = link === undefined ? await byEmail(email) : await patiently(() => contacts.get(link.contactId));
  const contact: NaiveContact = {
    ...(known ?? { id: randomUUID(), createdAt: now }),
    name: user.displayName,
    email,
    emailKey: email.toLowerCase(),
    primary: user.accountId,
    updatedAt: now,
  };
  await patiently(() => contacts.set(contact.id, contact));
  const { accountId, displayName: name } = user;
  await patiently(() => links.set(accountId, { accountId, contactId: contact.id, name, email, retrievedAt: now }));
  if (link !== undefined) return 'updated';
  return known === undefined ? 'created' : 'linked';
}

async function byEmail(email: string): Promise<NaiveContact | undefined> {
  const found = await patiently(() =>
    kvs
      .entity<NaiveContact>('contact')
      .query()
      .index('by-email')
      .where(WhereConditions.equalTo(email.toLowerCase()))
      .limit(1)
      .getMany(),
  );
  return found.results[0]?.value;
}

async function hiddenEmail(accountId: string): Promise<string | undefined> {
  try {
    return (await ask<{ email?: string }>(route`/rest/api/3/user/email?accountId=${accountId}`)).email;
  } catch (error) {
    if (error instanceof AskedToWait) throw error;
    return undefined;
  }
}

async function unlinkSome(run: NaiveRun): Promise<boolean> {
  const { results } = await patiently(() =>
    kvs.entity<NaiveLink>('jira-user').query().index('by-key').limit(100).getMany(),
  );
  for (const { key, value } of results) {
    const contact = await patiently(() => kvs.entity<NaiveContact>('contact').get(value.contactId));
    if (contact !== undefined) {
      const { primary: _, ...regular } = contact;
      await patiently(() => kvs.entity<NaiveContact>('contact').set(contact.id, regular));
    }
    await patiently(() => kvs.entity<NaiveLink>('jira-user').delete(key));
    run.seen++;
    run.unlinked++;
  }
  return results.length === 0;
}

async function ask<T>(path: Route): Promise<T> {
  for (;;) {
    const response = await api.asApp().requestJira(path);
    if (response.ok) return (await response.json()) as T;
    if (response.status !== 429) throw new Error(`Jira answered ${response.status}.`);
    const seconds = Number(response.headers.get('retry-after') ?? 30);
    if (seconds * 1000 > longestPause) throw new AskedToWait(seconds);
    await pause(seconds * 1000);
  }
}

/** Storage that is asked too much is asked again a few seconds later. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'RATE_LIMIT_EXCEEDED')) throw error;
      await pause(5_000);
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
