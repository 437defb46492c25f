import type { AppBundle } from '../../sandbox/src/forge/process/bundle';
import { runSchedule, type ScheduleResult } from './run-schedule';

/**
 * Leaves out steps and kinds of fault, one after another, as long as the same thing is still broken. What is left is
 * played once more, with a log.
 */
export async function shrink(seed: number, bundle: AppBundle): Promise<ScheduleResult> {
  const left = { steps: new Set<number>(), faults: new Set<string>() };
  const play = (keepsLog: boolean) =>
    runSchedule(seed, bundle, {
      keepsLog,
      edit: (plan) => ({
        ...plan,
        steps: plan.steps.filter(({ number }) => !left.steps.has(number)),
        faults: Object.fromEntries(Object.entries(plan.faults).filter(([kind]) => !left.faults.has(kind))),
      }),
    });
  const { numbers, kinds, failure } = await first(seed, bundle);
  if (failure === undefined) return play(true);
  const attempt = async <T>(leave: Set<T>, item: T): Promise<void> => {
    leave.add(item);
    const result = await play(false);
    if (gist(result.failure) !== gist(failure)) leave.delete(item);
  };
  for (const kind of kinds) await attempt(left.faults, kind);
  for (const number of numbers.reverse()) await attempt(left.steps, number);
  return play(true);
}

async function first(
  seed: number,
  bundle: AppBundle,
): Promise<{ numbers: number[]; kinds: string[]; failure: string | undefined }> {
  let numbers: number[] = [];
  let kinds: string[] = [];
  const { failure } = await runSchedule(seed, bundle, {
    edit: (plan) => {
      numbers = plan.steps.map(({ number }) => number);
      kinds = Object.keys(plan.faults);
      return plan;
    },
  });
  return { numbers, kinds, failure };
}

/** What is broken, without ids and values. */
function gist(failure: string | undefined): string {
  return (failure ?? '').split(/[:{(]/)[0]?.replace(/[0-9a-f-]{6,}/g, '') ?? '';
}
