import type { AppBundle } from '../../sandbox/src/forge/process/bundle';
import { checkSettled } from './model';
import { type Plan, planOf } from './plan';
import { settle } from './settle';
import { Broken } from './watcher';
import { World } from './world';

export interface ScheduleResult {
  seed: number;
  /** What was broken; absent when everything held. */
  failure?: string;
  /** How often each fault was injected and each step done. */
  counts: Record<string, number>;
  commits: number;
  /** Everything that happened, in order; empty unless asked for. */
  log: string[];
}

export interface ScheduleOptions {
  keepsLog?: boolean;
  /** Leaves out steps of the seed's plan. */
  edit?: (plan: Plan) => Plan;
}

/** Plays the schedule of a seed to its end, lets everything settle, and compares with the model. */
export async function runSchedule(
  seed: number,
  bundle: AppBundle,
  { keepsLog = false, edit = (plan) => plan }: ScheduleOptions = {},
): Promise<ScheduleResult> {
  const world = await World.open(edit(planOf(seed)), bundle, keepsLog);
  let failure: string | undefined;
  try {
    await world.play();
    await settle(world);
    await checkSettled(world);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    failure = error instanceof Broken ? error.message : (error.stack ?? error.message);
  }
  for (const [kind, times] of world.sandbox.faults.counts) world.counts.set(`fault: ${kind}`, times);
  world.sandbox.dispose();
  return {
    seed,
    ...(failure === undefined ? {} : { failure }),
    counts: Object.fromEntries(world.counts),
    commits: world.watcher.commits,
    log: world.lines,
  };
}
