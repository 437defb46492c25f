import { route } from '@forge/api';
import { askJira } from './client';
import { JiraForbidden, JiraNotFound, JiraRefused, JiraThrottled, JiraUnavailable } from './jira-errors';
import { Remembered } from './remembered';
import { serverInfo } from './schemas';

/** The Jira site of an invocation. */
export interface Site {
  /** The installation context that Forge vouches for. */
  id: string;
  /** The address that the caller's own browser gives. Anyone can forge it, so it may reach nobody but that caller. */
  claimedUrl?: string;
}

const known = new Remembered<string>(60 * 60_000);

/**
 * The address of the site, without a slash at the end. Jira tells it, once an hour. While Jira cannot, the last one known
 * holds; before there is one, that of the caller's browser, for this one answer, which goes to no other browser.
 *
 * @throws JiraThrottled, JiraUnavailable and their kin when there is none of them
 */
export async function siteUrl(site: Site): Promise<string> {
  const fresh = known.get(site.id);
  if (fresh !== undefined) return fresh;
  try {
    const { baseUrl } = await askJira({ as: 'app', route: route`/rest/api/3/serverInfo`, schema: serverInfo });
    const url = originOf(baseUrl);
    if (url === undefined) throw new JiraUnavailable('Jira gave no usable address of the site.');
    known.set(site.id, url);
    return url;
  } catch (error) {
    const instead = known.getStale(site.id) ?? originOf(site.claimedUrl);
    if (instead === undefined || !isJiraError(error)) throw error;
    return instead;
  }
}

function isJiraError(error: unknown): boolean {
  return [JiraThrottled, JiraUnavailable, JiraForbidden, JiraNotFound, JiraRefused].some(
    (kind) => error instanceof kind,
  );
}

function originOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, origin } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}
