import { failure, ok, type Result } from '../contract/result';
import type { Template, TemplateOf } from '../contract/template';
import { emptyFieldJobId } from '../store/empty-field';
import { commitDecision, type Decided } from './commit-decision';
import { readTemplate, withProgress } from './get-template';
import { jobWrite, newJob, startJob } from './jobs/start-job';
import { templateView } from './template-view';

const notRemoved = failure('not-found', 'No field of this id was removed from the template.', 'fieldId');

/**
 * Has the values of a removed field emptied in the background. Until that is done the field cannot come back; then it is
 * forgotten. Asking again changes nothing.
 */
export async function emptyRemovedField(of: TemplateOf, fieldId: string): Promise<Result<Template>> {
  const marked = await commitDecision(() => decide(of, fieldId));
  if (!marked.ok) return marked;
  if (marked.value.begins) await startJob({ id: emptyFieldJobId(of, fieldId), hop: 0 });
  return ok(await withProgress(marked.value.template));
}

async function decide(of: TemplateOf, fieldId: string): Promise<Decided<{ template: Template; begins: boolean }>> {
  const { known, syncIsOn } = await readTemplate(of);
  const { record: before, rev } = known;
  const removed = before?.value.removed.find(({ field }) => field.id === fieldId);
  if (before === undefined || removed === undefined) return notRemoved;
  if (removed.emptying !== undefined) {
    return { writes: [], value: { template: templateView(of, before, syncIsOn), begins: false } };
  }
  const marked = { ...removed, emptying: { done: 0 } };
  const record = {
    version: before.version + 1,
    value: { ...before.value, removed: before.value.removed.map((one) => (one === removed ? marked : one)) },
    updatedAt: new Date().toISOString(),
  };
  const job = newJob('empty-field', emptyFieldJobId(of, fieldId), { of, fieldId, done: 0 });
  return {
    writes: [{ kind: 'template', key: of, rev, record }, jobWrite(job)],
    value: { template: templateView(of, record, syncIsOn), begins: true },
  };
}
