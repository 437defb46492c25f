import type { Chance } from '../chance/chance';
import { environment } from './choices';
import type { Manifest } from './manifest/model';

/** The one installation of the app that a sandbox holds. */
export interface Installation {
  appId: string;
  appVersion: string;
  environmentId: string;
  environmentType: string;
  installationId: string;
  cloudId: string;
  siteUrl: string;
  /** The Atlassian resource name of the site, Forge's `installContext`. */
  contextAri: string;
}

/** The ids follow from the seed alone, so that they stay the same when the sandbox starts again. */
export function installationOf(
  manifest: Manifest,
  chance: Chance,
  { cloudId, siteUrl }: { cloudId: string; siteUrl: string },
): Installation {
  const ids = chance.fork('installation');
  return {
    appId: manifest.app.id,
    appVersion: environment.appVersion,
    environmentId: ids.uuid(),
    environmentType: environment.type,
    installationId: ids.uuid(),
    cloudId,
    siteUrl,
    contextAri: `ari:cloud:jira::site/${cloudId}`,
  };
}
