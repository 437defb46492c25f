import type { Outcome } from '../answers';
import { SERVER_VERSION } from '../choices';
import type { Endpoint, Site } from '../endpoint';
import { NO_SCOPE } from '../scopes';

function getServerInfo(site: Site): Outcome {
  const { siteUrl } = site.options;
  const body = {
    baseUrl: siteUrl,
    version: SERVER_VERSION.version,
    versionNumbers: SERVER_VERSION.versionNumbers,
    deploymentType: 'Cloud',
    buildNumber: SERVER_VERSION.buildNumber,
    buildDate: '2026-10-01T00:00:00.000+0000',
    serverTime: jiraTime(site.clock.now()),
    scmInfo: '0000000000000000000000000000000000000000',
    serverTitle: 'Jira',
    displayUrl: siteUrl,
    displayUrlServicedeskHelpCenter: siteUrl,
    displayUrlConfluence: siteUrl,
    defaultLocale: { locale: 'en_US' },
    serverTimeZone: 'Etc/UTC',
  };
  return { status: 200, body, others: 1 };
}

/** A moment as Jira writes it: the offset has no colon. */
export const jiraTime = (moment: number): string => new Date(moment).toISOString().replace('Z', '+0000');

export const serverInfoEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/serverInfo', scopes: NO_SCOPE, handle: getServerInfo },
];
