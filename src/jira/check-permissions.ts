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

/**
 * Asks Jira, as the user, whether they are an active Atlassian account with access to a Jira product. Portal customers and
 * people without a licence are not.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraRefused
 */
export async function usesJiraWithLicence(): Promise<boolean> {
  try {
    const user = await askJira({
      as: 'user',
      route: route`/rest/api/3/myself?expand=applicationRoles`,
      schema: myself,
      users: () => 1,
    });
    const roles = user.applicationRoles?.size ?? user.applicationRoles?.items?.length;
    return user.accountType === 'atlassian' && user.active !== false && roles !== 0;
  } catch (error) {
    if (error instanceof JiraForbidden || error instanceof JiraNotFound) return false;
    throw error;
  }
}
