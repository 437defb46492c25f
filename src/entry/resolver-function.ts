import type * as z from 'zod/mini';
import { failure, type Result } from '../contract/result';
import type { Authorise } from './authorise';
import { type Caller, callerOf } from './caller';
import { answerToFault } from './fault-answer';
import { invalidPayload } from './invalid-field';

/** One function of a resolver: what its payload has to look like, who may use it, and the use case. */
export interface FunctionDefinition<S extends z.ZodMiniType, T> {
  schema: S;
  authorise: Authorise;
  run: (payload: z.output<S>, caller: Caller) => Promise<Result<T>>;
}

/** What `@forge/resolver` gives to a function. */
export interface ResolverRequest {
  payload: unknown;
  context: Record<string, unknown>;
}

/**
 * Makes the function that `@forge/resolver` calls. It always answers: `forbidden` before `invalid`, and both before what
 * Jira or storage are to blame for.
 */
export function resolverFunction<S extends z.ZodMiniType, T>(
  functionKey: string,
  definition: FunctionDefinition<S, T>,
) {
  return async ({ payload, context }: ResolverRequest): Promise<Result<T>> => {
    const caller = callerOf(context);
    const parsed = definition.schema.safeParse(payload);
    const refusal = await refusalOf(functionKey, definition.authorise, caller);
    if (refusal?.error.code === 'forbidden') return refusal;
    if (!parsed.success) return invalidPayload(parsed.error);
    if (refusal !== undefined) return refusal;
    try {
      return await definition.run(parsed.data, caller);
    } catch (error) {
      return answerToFault(functionKey, error);
    }
  };
}

/** Why the caller may not go on; undefined if they may. */
export async function refusalOf(functionKey: string, authorise: Authorise, caller: Caller) {
  try {
    return (await authorise(caller)) ? undefined : failure('forbidden', 'You may not do this.');
  } catch (error) {
    return answerToFault(functionKey, error);
  }
}
