import type { AppProcess } from '../process/app-process';

export type Entry = 'resolver' | 'trigger' | 'consumer' | 'scheduledTrigger' | 'lifecycle';

/** One function to be run. */
export interface InvocationRequest {
  entry: Entry;
  functionKey: string;
  moduleKey: string;
  /** As in the manifest: `jira:adminPage`, `trigger`, `consumer`, … */
  moduleType: string;
  /** First argument of the handler: a JSON value. */
  payload: unknown;
  /** The person on whose behalf the function runs, if there is one. */
  accountId?: string;
  /** The invocation whose pushes led to this one; absent when this one is the first. */
  rootId?: string;
}

/** How an invocation ended. `value` is a JSON value. */
export type InvocationResult = { id: string; durationMs: number } & (
  | { outcome: 'returned'; value: unknown }
  | { outcome: 'threw'; errorMessage: string; errorType: string; stack: string }
  | { outcome: 'timed-out' }
  | { outcome: 'crashed'; reason: string }
  /** The installation's invocation limit was reached; nothing ran. */
  | { outcome: 'refused' }
);

/** An invocation while it runs. */
export interface LiveInvocation {
  readonly id: string;
  readonly request: InvocationRequest;
  readonly rootId: string;
  /** The clock's time at which the platform ends it. */
  readonly deadline: number;
  readonly process: AppProcess;
  /** Ends it at once; its process is thrown away. */
  crash(reason: string): void;
}
