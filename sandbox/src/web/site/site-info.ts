import type { AppModule, Locale, Person, SiteInfo } from '../api-types';
import type { Backend } from '../backend';
import { framePath } from '../frames/frame-server';
import { frameSandbox } from '../frames/policy';
import type { Origins } from '../origins';

/** The app's name in lists: the title of its admin page, as apps have no name in their manifest. */
const appName = (modules: readonly AppModule[]): string =>
  (modules.find(({ type }) => type === 'jira:adminPage') ?? modules[0])?.title ?? 'The app';

export function siteInfo(
  { manifest, translations, installation }: Backend,
  origins: Origins,
  people: Person[],
  me: Person,
  locale: Locale,
): SiteInfo {
  const modules = manifest.uiModules.map(
    ({ key, type, title, useAsConfig, useAsGetStarted, resource, dynamicProperties }) => ({
      key,
      type,
      title: translations.text(title, locale),
      useAsConfig,
      useAsGetStarted,
      hasStatus: dynamicProperties !== undefined,
      resource,
      frameUrl: origins.app + framePath(resource),
    }),
  );
  return {
    siteUrl: installation.siteUrl,
    cloudId: installation.cloudId,
    app: { id: installation.appId, name: appName(modules), environmentId: installation.environmentId, modules },
    appOrigin: origins.app,
    frameSandbox: frameSandbox(),
    people,
    me,
    locale,
  };
}
