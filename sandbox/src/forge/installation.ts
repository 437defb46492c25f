import type { Chance } from '../chance/chance';
import type { Journal } from '../journal/journal';
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

const table = 'installation';

/** A new installation's ids follow from the seed; an old one keeps those in the journal, whatever the seed is now. */
export function installationOf(
  manifest: Manifest,
  chance: Chance,
  journal: Journal,
  { cloudId, siteUrl }: { cloudId: string; siteUrl: string },
): Installation {
  const known = new Map([...journal.load(table)].map(({ key, value }) => [key, value]));
  const ids = chance.fork('installation');
  const idOf = (name: string): string => {
    const fresh = ids.uuid();
    const kept = known.get(name);
    if (typeof kept === 'string') return kept;
    journal.put(table, name, fresh);
    return fresh;
  };
  return {
    appId: manifest.app.id,
    appVersion: environment.appVersion,
    environmentId: idOf('environmentId'),
    environmentType: environment.type,
    installationId: idOf('installationId'),
    cloudId,
    siteUrl,
    contextAri: `ari:cloud:jira::site/${cloudId}`,
  };
}
