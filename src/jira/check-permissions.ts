import { route } from '@forge/api';
import { askJira } from './client';
import { JiraForbidden, JiraNotFound } from './jira-errors';
import { myself, permissionsCheck } from './schemas';

/**
 * Asks Jira, as the user, whether they administer Jira. A refusal to answer means no.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraRefused
 */
export async function administersJira(): Promise<boolean> {
  try {
    const { globalPermissions } = await askJira({
      as: 'user',
      method: 'POST',
      route: route`/rest/api/3/permissions/check`,
      body: { globalPermissions: ['ADMINISTER'] },
      schema: permissionsCheck,
    });
    return globalPermissions.includes('ADMINISTER');
  } catch (error) {
    if (error instanceof JiraForbidden) return false;
    throw error;
  }
}

/** What a person is on the site, by Jira's word. */
export interface Standing {
  /** An active Atlassian account with access to a Jira product. Portal customers and people without a licence are none. */
  licensed: boolean;
  /** The groups that they are in. */
  groupIds: ReadonlySet<string>;
}

const nobody: Standing = { licensed: false, groupIds: new Set() };

/**
 * Asks Jira, as the user, what they are.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraRefused
 */
export async function readStanding(): Promise<Standing> {
  try {
    const user = await askJira({
      as: 'user',
      route: route`/rest/api/3/myself?expand=groups,applicationRoles`,
      schema: myself,
      users: () => 1,
    });
    const roles = user.applicationRoles?.size ?? user.applicationRoles?.items?.length;
    const groupIds = new Set((user.groups?.items ?? []).flatMap(({ groupId }) => groupId ?? []));
    return { licensed: user.accountType === 'atlassian' && user.active !== false && roles !== 0, groupIds };
  } catch (error) {
    if (error instanceof JiraForbidden || error instanceof JiraNotFound) return nobody;
    throw error;
  }
}
