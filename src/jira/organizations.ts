import { route } from '@forge/api';
import * as z from 'zod/mini';
import { askJira, type Caller } from './client';
import { JiraForbidden, JiraNotFound, JiraRefused } from './jira-errors';
import type { PointsMeter } from './points';

/** An organization of Jira Service Management. */
export interface JiraOrganization {
  id: string;
  name: string;
}

/** Part of a list. `next`: how many to pass over for the part after it; absent: that was all. */
export interface ListPart<T> {
  items: T[];
  next?: number;
}

export interface Member {
  accountId: string;
  /** As far as it is shown. */
  email?: string;
}

const organization = z.object({ id: z.string(), name: z.string() });
const organizations = z.object({ isLastPage: z.boolean(), values: z.array(organization) });
const members = z.object({
  isLastPage: z.boolean(),
  values: z.array(z.object({ accountId: z.string(), emailAddress: z.nullish(z.string()) })),
});

/** Ids of organizations as Jira gives them. Nothing else may get into a route. */
export function isOrganizationId(id: string): boolean {
  return /^[1-9]\d{0,18}$/.test(id);
}

/**
 * Some of the organizations that the user sees. Where there is no service management, or none for them, there are none.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraRefused
 */
export async function listOrganizationsAsUser(start: number, limit: number): Promise<ListPart<JiraOrganization>> {
  try {
    const { isLastPage, values } = await askJira({
      as: 'user',
      route: route`/rest/servicedeskapi/organization?start=${start}&limit=${limit}`,
      schema: organizations,
      others: (answer) => answer.values.length,
    });
    return partOf(values, start, isLastPage);
  } catch (error) {
    if (isNone(error)) return { items: [] };
    throw error;
  }
}

/**
 * An organization; undefined if there is none, or none that the user sees.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraRefused
 */
export async function readOrganizationAsUser(id: string): Promise<JiraOrganization | undefined> {
  try {
    return await askJira({
      as: 'user',
      route: route`/rest/servicedeskapi/organization/${id}`,
      schema: organization,
      others: () => 1,
    });
  } catch (error) {
    if (isNone(error)) return undefined;
    throw error;
  }
}

/**
 * Some of the members of an organization, in the order of their account ids. Undefined where there is no such organization,
 * or the caller may not see who is in it.
 *
 * @throws JiraThrottled, JiraUnavailable
 */
export async function readMembers(
  id: string,
  { start, limit, as }: { start: number; limit: number; as: Caller },
  points?: PointsMeter,
): Promise<ListPart<Member> | undefined> {
  try {
    const { isLastPage, values } = await askJira(
      {
        as,
        route: route`/rest/servicedeskapi/organization/${id}/user?start=${start}&limit=${limit}`,
        schema: members,
        users: (answer) => answer.values.length,
      },
      points,
    );
    return partOf(values.map(memberOf), start, isLastPage);
  } catch (error) {
    if (isNone(error) || error instanceof JiraRefused) return undefined;
    throw error;
  }
}

function isNone(error: unknown): boolean {
  return error instanceof JiraForbidden || error instanceof JiraNotFound;
}

function memberOf({
  accountId,
  emailAddress,
}: {
  accountId: string;
  emailAddress?: string | null | undefined;
}): Member {
  const email = emailAddress?.trim() ?? '';
  return email === '' ? { accountId } : { accountId, email };
}

function partOf<T>(items: T[], start: number, isLast: boolean): ListPart<T> {
  return isLast || items.length === 0 ? { items } : { items, next: start + items.length };
}
