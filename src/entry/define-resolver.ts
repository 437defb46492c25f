import { type Handlers, makeResolver } from '@forge/resolver';
import { failure } from '../contract/result';
import type { Authorise } from './authorise';
import { callerOf, isObject } from './caller';
import { refusalOf } from './resolver-function';

/** As `@forge/resolver` has it. */
type Definitions = Record<string, (payload: never) => unknown>;

/** A function of the manifest behind a page: (payload, context), as Forge calls it. */
export type ResolverHandler = (payload: unknown, context?: unknown) => Promise<unknown>;

/**
 * Makes the resolver of a page.
 *
 * `@forge/resolver` throws for a name that it does not have, and takes what an object inherits (`toString`) for a
 * function. Here such names are answered with `invalid`, to callers that `authorise` lets in.
 */
export function defineResolver<D extends Definitions>(handlers: Handlers<D>, authorise: Authorise): ResolverHandler {
  const resolve = makeResolver<D>(handlers);
  return async (payload, context) => {
    const backend = isObject(context) ? context : {};
    const { call, context: browser } = isObject(payload) ? payload : {};
    const front = isObject(browser) ? browser : {};
    const { functionKey, payload: given } = isObject(call) ? call : {};
    if (typeof functionKey === 'string' && Object.hasOwn(handlers, functionKey)) {
      return resolve({ call: { functionKey, payload: notTakenForAbsent(given) }, context: front }, backend);
    }
    const { principal, installContext } = backend;
    const accountId = isObject(principal) ? principal.accountId : undefined;
    const refusal = await refusalOf(
      'an unknown function',
      authorise,
      callerOf({ ...front, accountId, installContext }),
    );
    if (refusal?.error.code === 'forbidden') return refusal;
    return failure('invalid', 'There is no such function.', 'functionKey');
  };
}

/** `@forge/resolver` takes every falsy payload for an absent one. Inside a list, it is seen for what it is: malformed. */
function notTakenForAbsent(payload: unknown): unknown {
  return payload === undefined || payload === null || payload ? payload : [payload];
}
