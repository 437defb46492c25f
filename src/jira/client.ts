import api, { type APIResponse, type Route } from '@forge/api';
import * as z from 'zod/mini';
import { JiraForbidden, JiraNotFound, JiraRefused, JiraThrottled, JiraUnavailable } from './jira-errors';
import { type PointsMeter, pointsOf } from './points';
import { quotaReport, retryAtOf, throttled } from './throttle';

/** Who asks: the app itself, or the person behind the invocation. */
export type Caller = 'app' | 'user';

/** A request whose answer says nothing but that it was done. */
export interface JiraCommand {
  as: Caller;
  route: Route;
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: object;
}

export interface JiraRequest<S extends z.ZodMiniType> extends JiraCommand {
  /** What the answer has to look like; anything else is unavailable, never data. */
  schema: S;
  /** How many users the answer holds, for the points. Default: none. */
  users?: (answer: z.output<S>) => number;
  /** How many other things the answer holds, as issues, for the points. Default: none. */
  others?: (answer: z.output<S>) => number;
}

/**
 * Asks Jira, and counts the points that it costs. An endpoint of which the meter knows that it asked to wait is not asked.
 *
 * @throws JiraThrottled (429), JiraForbidden (401, 403), JiraNotFound (404), JiraRefused (other 4xx),
 *   JiraUnavailable (5xx, no answer, or an answer that is not what Jira documents)
 */
export async function askJira<S extends z.ZodMiniType>(
  request: JiraRequest<S>,
  points?: PointsMeter,
): Promise<z.output<S>> {
  const response = await exchange(request, points);
  const answer = request.schema.safeParse(await bodyOf(response));
  points?.spend(
    answer.success ? pointsOf(request.users?.(answer.data) ?? 0, request.others?.(answer.data) ?? 0) : pointsOf(0),
  );
  points?.hear(quotaReport(response.headers));
  if (answer.success) return answer.data;
  throw new JiraUnavailable('Jira answered with something unexpected.', undefined, { cause: answer.error });
}

/**
 * Has Jira do something, and counts the points that it costs. What it answers is not read.
 *
 * @throws as `askJira`
 */
export async function tellJira(command: JiraCommand, points?: PointsMeter): Promise<void> {
  const response = await exchange(command, points);
  points?.spend(pointsOf(0));
  points?.hear(quotaReport(response.headers));
}

/**
 * Has Jira begin a task. Jira answers with the address of the task (303), or, if something on the way has followed that, with
 * the task. (Jira Cloud REST API: asynchronous operations.)
 *
 * @returns the task's id; undefined where the answer does not tell
 * @throws as `askJira`
 */
export async function beginTask(command: JiraCommand, points?: PointsMeter): Promise<string | undefined> {
  const response = await exchange(command, points, [303]);
  points?.spend(pointsOf(0));
  points?.hear(quotaReport(response.headers));
  const [, named] = /\/task\/([A-Za-z0-9-]+)$/.exec(response.headers.get('location') ?? '') ?? [];
  if (named !== undefined || !response.ok) return named;
  const task = z.object({ id: z.string().check(z.regex(/^[A-Za-z0-9-]+$/)) }).safeParse(await bodyOf(response));
  return task.success ? task.data.id : undefined;
}

/** Sends the request, unless it has to wait. Of an answer that is no success, points are counted here. */
async function exchange(
  request: JiraCommand,
  points?: PointsMeter,
  alsoFine: readonly number[] = [],
): Promise<APIResponse> {
  const endpoint = request.route.value.split('?')[0] ?? '';
  const wait = points?.waits.get(endpoint);
  if (wait !== undefined && wait > Date.now()) throw new JiraThrottled('burst', wait);
  const response = await send(request);
  if (response.ok || alsoFine.includes(response.status)) return response;
  points?.spend(pointsOf(0));
  points?.hear(quotaReport(response.headers));
  const failure = failureOf(response);
  if (failure instanceof JiraThrottled) noteThrottle(failure, endpoint, points);
  throw failure;
}

function noteThrottle(throttle: JiraThrottled, endpoint: string, points: PointsMeter | undefined): void {
  if (throttle.scope === 'quota') points?.stopQuota(throttle.retryAt);
  else points?.stopEndpoint(endpoint, throttle.retryAt);
}

async function send(request: JiraCommand): Promise<APIResponse> {
  const init = {
    method: request.method ?? 'GET',
    headers: {
      accept: 'application/json',
      ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  };
  try {
    const product = request.as === 'app' ? api.asApp() : api.asUser();
    return await product.requestJira(request.route, init);
  } catch (error) {
    if (isAuthenticationError(error)) throw new JiraForbidden('Jira does not know who asks.', { cause: error });
    throw new JiraUnavailable('Jira did not answer.', undefined, { cause: error });
  }
}

/** `@forge/api` raises it when there is no user to act as, or the user has not consented; its class is not exported. */
function isAuthenticationError(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 401;
}

function failureOf(response: APIResponse): Error {
  const now = Date.now();
  const { status } = response;
  if (status === 429) return throttled(response.headers, now);
  if (status === 401 || status === 403) return new JiraForbidden(`Jira refused (${status}).`);
  if (status === 404) return new JiraNotFound('Jira has no such thing.');
  if (status >= 400 && status < 500) return new JiraRefused(`Jira found the request wrong (${status}).`);
  return new JiraUnavailable(`Jira failed (${status}).`, retryAtOf(response.headers, now));
}

async function bodyOf(response: APIResponse): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new JiraUnavailable('Jira answered with something that is not JSON.', undefined, { cause: error });
  }
}
