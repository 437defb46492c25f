import type { Installation } from '../installation';
import type { UiModule } from '../manifest/model';

export type AccountType = 'licensed' | 'unlicensed' | 'customer' | 'anonymous';

export interface Visitor {
  accountId: string;
  accountType?: AccountType;
  locale?: string;
  timezone?: string;
}

/**
 * What the bridge's `getContext()` gives a page, and what the browser sends along with `invoke()`
 * (Forge: Custom UI bridge, view). `extension` is what the module's place adds, for instance the issue.
 */
export function frontEndContext(
  installation: Installation,
  module: UiModule,
  visitor: Visitor,
  extension: Record<string, unknown> = {},
): Record<string, unknown> {
  const { appId, environmentId, environmentType, cloudId, siteUrl } = installation;
  return {
    accountId: visitor.accountId,
    accountType: visitor.accountType ?? 'licensed',
    cloudId,
    siteUrl,
    environmentId,
    environmentType,
    localId: `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${module.key}`,
    moduleKey: module.key,
    locale: visitor.locale ?? 'en-US',
    timezone: visitor.timezone ?? 'UTC',
    extension: { type: module.type, ...extension },
  };
}
