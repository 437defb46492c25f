import type { Manifest } from '../manifest/model';
import type { PlatformCall } from '../process/app-process';
import type { CallerIdentity } from '../products';

/** Where a platform call goes. */
export type RoutedCall =
  | { to: 'storage' }
  | { to: 'jira'; identity: CallerIdentity; scopes: readonly string[] }
  | { to: 'queue'; operation: 'publish' | 'stats' | 'cancel' }
  | { to: 'report-accounts' }
  /** The proxy answers without asking a product; Forge's packages turn the header into an error. */
  | { to: 'proxy'; forgeProxyError: string; status: number }
  | { to: 'nowhere'; what: string };

const queuePath =
  /^\/webhook\/queue\/(publish|stats|cancel)\/\{contextAri\}\/\{environmentId\}\/\{appId\}\/\{appVersion\}$/;

/** Reads the first two arguments of `__forge_fetch__` as Forge's packages write them. */
export function routeCall(call: PlatformCall, manifest: Manifest, invokingUser: string | undefined): RoutedCall {
  const { type, provider, remote, accountId, contextAri } = call.descriptor;
  if (type === 'kvs') return { to: 'storage' };
  if (type !== 'fpp') return { to: 'nowhere', what: `platform calls of type '${String(type)}'` };
  if (contextAri !== undefined) return { to: 'nowhere', what: 'withContext()' };
  if (remote === 'jira') return routeToJira(provider, accountId, manifest, invokingUser);
  if (remote === 'stargate' && provider === 'app' && call.method === 'POST') {
    const operation = queuePath.exec(call.path)?.[1];
    if (operation === 'publish' || operation === 'stats' || operation === 'cancel') return { to: 'queue', operation };
    if (call.path === '/app/report-accounts') return { to: 'report-accounts' };
  }
  return { to: 'nowhere', what: `${call.method} ${call.path} of '${String(remote)}' as '${String(provider)}'` };
}

function routeToJira(
  provider: unknown,
  accountId: unknown,
  manifest: Manifest,
  invokingUser: string | undefined,
): RoutedCall {
  const scopes = [...manifest.scopes.keys()];
  if (provider === 'app') return { to: 'jira', identity: { as: 'app' }, scopes };
  if (provider === 'none') return { to: 'jira', identity: { as: 'none' }, scopes };
  if (provider !== 'user') return { to: 'nowhere', what: `the provider '${String(provider)}' of Jira` };
  const wanted = typeof accountId === 'string' ? accountId : invokingUser;
  if (wanted !== undefined && wanted === invokingUser && wanted !== 'unidentified') {
    return { to: 'jira', identity: { as: 'user', accountId: wanted }, scopes };
  }
  const impersonating = scopes.filter((name) => manifest.scopes.get(name)?.allowImpersonation);
  if (wanted === undefined || impersonating.length === 0) {
    return { to: 'proxy', forgeProxyError: 'NEEDS_AUTHENTICATION_ERR', status: 401 };
  }
  return { to: 'jira', identity: { as: 'user', accountId: wanted }, scopes: impersonating };
}
