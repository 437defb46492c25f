import { jiraError, notSignedIn, type Outcome } from '../answers';
import { TASK_SUBMITTED_BY, taskAddress } from '../choices';
import type { Endpoint, Site, Visit } from '../endpoint';
import { NO_SCOPE } from '../scopes';
import type { Task, TaskOrder } from '../tasks';

/** The account whose task it is; undefined: nobody signed in. */
export const ownerOf = (site: Site, visit: Visit): string | undefined =>
  visit.identity.as === 'app' ? site.appAccountId : site.security.signedIn(visit.identity)?.accountId;

function getTask(site: Site, visit: Visit): Outcome {
  const caller = ownerOf(site, visit);
  if (caller === undefined) return notSignedIn();
  const task = site.tasks.find(visit.params.taskId ?? '');
  if (task === undefined) return jiraError(404, `Task not found: ${visit.params.taskId ?? ''}`);
  if (task.owner !== caller && !site.security.hasGlobal(visit.identity, 'ADMINISTER')) {
    return jiraError(403, 'You do not have permission to view this task.');
  }
  return taskAnswer(site, task);
}

function taskAnswer(site: Site, task: Task): Outcome {
  const { id, description, status, submitted, started, finished, lastUpdate, result, done, changes } = task;
  const progress = finished === undefined ? Math.floor((100 * done) / Math.max(1, changes.length)) : 100;
  return {
    status: 200,
    body: {
      self: taskAddress(site.options.cloudId, id),
      id,
      description,
      status,
      ...(result === undefined ? {} : { result }),
      submittedBy: TASK_SUBMITTED_BY,
      progress,
      elapsedRuntime: started === undefined ? 0 : (finished ?? lastUpdate) - started,
      submitted,
      ...(started === undefined ? {} : { started }),
      ...(finished === undefined ? {} : { finished }),
      lastUpdate,
    },
    others: 1,
  };
}

/** Begins the task and sends the caller to it. */
export function seeTask(site: Site, order: TaskOrder): Outcome {
  const task = site.tasks.submit(order);
  if (site.options.redirects === 'followed') return { ...taskAnswer(site, task), others: 0 };
  return { status: 303, headers: { location: taskAddress(site.options.cloudId, task.id) } };
}

export const taskEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/task/{taskId}', scopes: NO_SCOPE, handle: getTask },
];
