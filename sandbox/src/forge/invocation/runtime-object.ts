import type { Clock } from '../../clock/clock';
import type { Installation } from '../installation';
import type { Manifest } from '../manifest/model';
import type { InvocationRequest } from './invocation';

const counter = { incr: () => undefined, incrBy: () => undefined, decr: () => undefined };
const metrics = {
  counter: () => counter,
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
  gauge: () => ({ set: () => undefined }),
};

export interface RuntimeObjectSources {
  clock: Clock;
  manifest: Manifest;
  installation: Installation;
  request: InvocationRequest;
  id: string;
  deadline: number;
}

/** `__forge_runtime__` of one invocation: the members that Forge's packages read, with the names that they read. */
export function runtimeObject({ clock, manifest, installation, request, id, deadline }: RuntimeObjectSources): object {
  return {
    proxy: { token: 'sandbox', url: 'https://forge-proxy.invalid' },
    contextAri: installation.contextAri,
    appContext: {
      appId: installation.appId,
      appVersion: installation.appVersion,
      environmentId: installation.environmentId,
      environmentType: installation.environmentType,
      invocationId: id,
      installationId: installation.installationId,
      functionKey: request.functionKey,
      moduleType: request.moduleType,
      moduleKey: request.moduleKey,
      permissions: { scopes: [...manifest.scopes.keys()], external: {} },
    },
    ...(request.accountId !== undefined && { aaid: request.accountId }),
    lambdaContext: { awsRequestId: id, getRemainingTimeInMillis: () => Math.max(0, deadline - clock.now()) },
    tracing: { traceId: id.replaceAll('-', ''), spanId: id.replaceAll('-', '').slice(0, 16) },
    metrics,
    featureFlags: {},
  };
}

/** The second argument of every handler (Forge: function arguments). */
export function handlerContext(installation: Installation, request: InvocationRequest): object {
  return {
    installContext: installation.contextAri,
    ...(request.accountId !== undefined && { principal: { accountId: request.accountId } }),
    installation: {
      ari: `ari:cloud:ecosystem::installation/${installation.installationId}`,
      contexts: [installation.contextAri],
    },
  };
}
