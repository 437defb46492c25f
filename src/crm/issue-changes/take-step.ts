import type { IssueChanges } from '../../contract/issue';
import { failure, ok, type Result } from '../../contract/result';
import type { IssueChangesRecord } from '../../store/issue-changes';
import { canBeKey } from '../../store/record-id';
import { commitDecision, type Decided } from '../commit-decision';
import { startJob } from '../jobs/start-job';
import { type Begun, beginStep } from './begin-step';
import { type IssueChangesPage, keyOfChanges } from './scope';
import { noSuchChanges, readIssueChanges, underWay, viewIssueChanges } from './view-issue-changes';

const notReady = failure('conflict', 'These changes are not ready to be made. Look again.');
const nothingToUndo = failure('conflict', 'There is nothing to undo. Look again.');

/** Begins to give issues what the preview told of. Each is decided anew: what a person chose since is left alone. */
export function applyIssueChanges(id: string, page: IssueChangesPage): Promise<Result<IssueChanges>> {
  return takeStep(id, page, 'apply');
}

/**
 * Begins to give issues back what they had before these changes, where they still have what these gave. Changes or their
 * undoing that failed half-way can be undone, too.
 */
export function undoIssueChanges(id: string, page: IssueChangesPage): Promise<Result<IssueChanges>> {
  return takeStep(id, page, 'undo');
}

async function takeStep(id: string, page: IssueChangesPage, step: 'apply' | 'undo'): Promise<Result<IssueChanges>> {
  const key = keyOfChanges(id, page);
  if (key === undefined || !canBeKey(key)) return noSuchChanges;
  const begun = await commitDecision(() => decide(key, id, step));
  if (!begun.ok) return begun;
  await startJob(begun.value.job);
  return ok(viewIssueChanges(begun.value.record, begun.value.job));
}

async function decide(key: string, id: string, step: 'apply' | 'undo'): Promise<Decided<Begun>> {
  const known = await readIssueChanges(key);
  const { record } = known.changes;
  if (record?.id !== id) return noSuchChanges;
  if (known.job.rev > 0) return underWay;
  if (step === 'apply' && record.state !== 'ready') return notReady;
  if (step === 'undo' && !canBeUndone(record)) return nothingToUndo;
  const { finishedAt: _, message: __, ...rest } = record;
  return step === 'apply'
    ? beginStep(known, { ...rest, state: 'applying' }, step)
    : beginStep(known, { ...rest, state: 'undoing', undone: 0 }, step);
}

function canBeUndone({ state, applied }: IssueChangesRecord): boolean {
  return (state === 'applied' || state === 'failed') && applied > 0;
}
