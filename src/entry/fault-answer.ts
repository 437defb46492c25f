import { failure } from '../contract/result';
import { JiraThrottled, JiraUnavailable } from '../jira/jira-errors';
import { logFault } from '../store/log-fault';
import { StorageThrottled, StorageUnavailable } from '../store/storage-errors';

/**
 * The answer to a fault: `rate-limited` when Jira or storage asked us to wait, `unavailable` otherwise. Faults that are no
 * request to wait are logged, once, without personal data.
 */
export function answerToFault(functionKey: string, error: unknown) {
  if (error instanceof JiraThrottled)
    return failure('rate-limited', 'Jira is asked too much at the moment. Try again.');
  if (error instanceof StorageThrottled) {
    return failure('rate-limited', 'Storage is asked too much at the moment. Try again.');
  }
  logFault(functionKey, error);
  if (error instanceof JiraUnavailable) return failure('unavailable', 'Jira did not answer. Try again.');
  if (error instanceof StorageUnavailable) {
    return failure('unavailable', 'Storage did not answer. It may or may not have been saved; look again.');
  }
  return failure('unavailable', 'Something went wrong. It may or may not have been saved; look again.');
}
