import type { World } from './world';

const hour = 3_600_000;

/**
 * Ends the faults and lets a week pass. A run that gave up meanwhile is revived by the admin, as its message asks. After
 * the first hours only one tick of the schedule an hour comes, which is all that the app may need, and is much faster.
 */
export async function settle(world: World): Promise<void> {
  world.calm();
  await world.pass(6 * hour);
  const { runs, state } = { runs: world.watcher.mirror.runs(), state: world.watcher.mirror.state };
  if (runs.find(({ id }) => id === state?.activeRunId)?.state === 'failed') {
    await world.person.askAndWait('kith-admin', 'setSyncEnabled', { enabled: state?.enabled === true });
  }
  const { schedules, manifest } = world.sandbox.forge;
  schedules.stop();
  for (let passed = 0; passed < 7 * 24; passed++) {
    await world.pass(hour);
    for (const schedule of manifest.scheduledTriggers) await world.sandbox.drive(schedules.tick(schedule));
  }
  await world.pass(hour);
}
