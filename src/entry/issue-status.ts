import { readContactName } from '../crm/issues/read-contact-name';
import { JiraThrottled, JiraUnavailable } from '../jira/jira-errors';
import { issueNamedIn, readIssue } from '../jira/read-issue';
import { logFault } from '../store/log-fault';
import { StorageThrottled, StorageUnavailable } from '../store/storage-errors';
import { toRead } from './authorise';
import { callerOf, isObject } from './caller';

/** Forge: `jira:issueContext`, dynamic properties. */
interface PanelStatus {
  status?: { type: 'lozenge'; value: { label: string; type: 'default' } };
}

const maySee = toRead('see');

/**
 * The dynamic properties of the issue panel: the name of the issue's contact, shown while the panel is collapsed. Forge says
 * who looks; which issue it is comes from the browser, so it is read as that person. Whoever may not see it, and nobody, gets
 * nothing, and so does everybody while Jira or storage do not answer.
 */
export async function issueStatus(payload: unknown, context?: unknown): Promise<PanelStatus> {
  const backend = isObject(context) ? context : {};
  const { accountId } = isObject(backend.principal) ? backend.principal : {};
  const caller = callerOf({ accountId, installContext: backend.installContext });
  const { extension } = isObject(payload) ? payload : {};
  const named = issueNamedIn(isObject(extension) ? extension.issue : undefined);
  try {
    if (named === undefined || !(await maySee(caller))) return {};
    const issue = await readIssue(named);
    const name = issue === undefined ? undefined : await readContactName(issue);
    return name === undefined ? {} : { status: { type: 'lozenge', value: { label: name, type: 'default' } } };
  } catch (error) {
    if (!isWait(error)) logFault('issueStatus', error);
    return {};
  }
}

function isWait(error: unknown): boolean {
  return [JiraThrottled, JiraUnavailable, StorageThrottled, StorageUnavailable].some((kind) => error instanceof kind);
}
