import { assumeTrustedRoute, route } from '@forge/api';
import { isAccountId, type Reading } from '../domain/account';
import { readingOf } from './account-reading';
import { askJira } from './client';
import { JiraFault, JiraNotFound, JiraThrottled, JiraUnavailable } from './jira-errors';
import type { PointsMeter } from './points';
import { type JiraUserAnswer, jiraUser, usersBulk, usersPage } from './schemas';

/** The most users that one page of the site's list may hold. (Jira Cloud REST API: Get all users.) */
export const usersPerPage = 1000;

/** Ids in one bulk request: well within the length that a URL may have. */
const idsPerRequest = 80;

export interface AccountReading {
  accountId: string;
  reading: Reading;
}

/**
 * One page of everybody whom the site knows. It may be short before the end of the list; only an empty page ends it.
 *
 * @throws as `askJira`
 */
export async function readUsersPage(startAt: number, size: number, points: PointsMeter): Promise<AccountReading[]> {
  const retrievedAt = new Date().toISOString();
  const users = await askJira(
    {
      as: 'app',
      route: route`/rest/api/3/users/search?startAt=${startAt}&maxResults=${size}`,
      schema: usersPage,
      users: (answer) => answer.length,
    },
    points,
  );
  return users.map((user) => ({ accountId: user.accountId, reading: readingOf(user, retrievedAt) }));
}

/**
 * Looks at accounts now, one by one or in bulk. Who is left out of a bulk answer is missing; where Jira does not answer,
 * the accounts are unreadable. Emails that are not shown are `hidden`.
 *
 * @throws JiraThrottled
 */
export async function readAccounts(accountIds: readonly string[], points: PointsMeter): Promise<Map<string, Reading>> {
  const readings = new Map<string, Reading>();
  const [only] = accountIds;
  if (accountIds.length === 1 && only !== undefined) {
    readings.set(only, await readAccount(only, points));
    return readings;
  }
  for (let start = 0; start < accountIds.length; start += idsPerRequest) {
    const ids = accountIds.slice(start, start + idsPerRequest);
    for (const [id, reading] of await readBulk(ids, points)) readings.set(id, reading);
  }
  return readings;
}

async function readAccount(accountId: string, points: PointsMeter): Promise<Reading> {
  const retrievedAt = new Date().toISOString();
  return orUnreadable(retrievedAt, async () => {
    try {
      const user = await askJira(
        {
          as: 'app',
          route: route`/rest/api/3/user?accountId=${accountId}`,
          schema: jiraUser,
          users: () => 1,
        },
        points,
      );
      return readingOf(user, retrievedAt);
    } catch (error) {
      if (error instanceof JiraNotFound) return { kind: 'missing', retrievedAt };
      throw error;
    }
  });
}

async function readBulk(accountIds: readonly string[], points: PointsMeter): Promise<Map<string, Reading>> {
  const retrievedAt = new Date().toISOString();
  const bulk = await orUnreadable(retrievedAt, async () => {
    const users = await readBulkPages(accountIds, points);
    return new Map(users.map((user) => [user.accountId, readingOf(user, retrievedAt)]));
  });
  if (!(bulk instanceof Map)) return new Map(accountIds.map((id) => [id, bulk]));
  // A record without its id may be that of anybody who seems to be left out.
  const absent: Reading = { kind: [...bulk.keys()].every(isAccountId) ? 'missing' : 'degraded', retrievedAt };
  return new Map(accountIds.map((id) => [id, bulk.get(id) ?? absent]));
}

/** Jira may give fewer at a time than it was asked for; only who is on none of the pages is left out. */
async function readBulkPages(accountIds: readonly string[], points: PointsMeter): Promise<JiraUserAnswer[]> {
  const query = new URLSearchParams(accountIds.map((id): [string, string] => ['accountId', id]));
  query.set('maxResults', String(accountIds.length));
  const users: JiraUserAnswer[] = [];
  for (let startAt = 0; startAt < accountIds.length; ) {
    if (startAt > 0) query.set('startAt', String(startAt));
    const page = await askJira(
      {
        as: 'app',
        route: assumeTrustedRoute(`/rest/api/3/user/bulk?${query}`),
        schema: usersBulk,
        users: (answer) => answer.values.length,
      },
      points,
    );
    users.push(...page.values);
    if (page.isLast !== false) return users;
    startAt += Math.max(page.maxResults ?? page.values.length, 1);
  }
  throw new JiraUnavailable('Jira gave more pages of accounts than were asked for.');
}

/** Failures that say nothing about an account make it unreadable; being asked to wait concerns the caller. */
async function orUnreadable<T>(retrievedAt: string, read: () => Promise<T>): Promise<T | Reading> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof JiraFault) || error instanceof JiraThrottled) throw error;
    return { kind: 'unreadable', retrievedAt };
  }
}
