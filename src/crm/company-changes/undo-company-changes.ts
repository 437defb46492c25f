import type { CompanyChanges } from '../../contract/company-changes';
import { failure, type Result } from '../../contract/result';
import type { ChangesScope } from './scope';
import { takeStep } from './take-step';

const nothingToUndo = failure('conflict', 'There is nothing to undo. Look again.');

/**
 * Begins to give contacts back the companies that they had before these changes, where they still have what these gave.
 * Changes or their undoing that failed half-way can be undone, too.
 */
export function undoCompanyChanges(id: string, scope: ChangesScope): Promise<Result<CompanyChanges>> {
  return takeStep(id, scope, 'undo', async ({ state, applied }) => {
    const isOver = state === 'applied' || state === 'failed';
    return isOver && applied > 0 ? undefined : nothingToUndo;
  });
}
