import type { World } from './world';

const hour = 3_600_000;

/**
 * Ends the faults and lets a week pass. A run that gave up meanwhile is revived by the admin, as its message asks. After
 * the first hours a tick of the schedule comes every other hour only: that has to be enough, and is much faster.
 */
export async function settle(world: World): Promise<void> {
  world.calm();
  await world.pass(2 * hour);
  const { runs, state } = { runs: world.watcher.mirror.runs(), state: world.watcher.mirror.state };
  if (runs.find(({ id }) => id === state?.activeRunId)?.state === 'failed') {
    await world.person.askAndWait('kith-admin', 'setSyncEnabled', { enabled: state?.enabled === true });
  }
  const { schedules, manifest } = world.sandbox.forge;
  schedules.stop();
  for (let passed = 0; passed < 7 * 24; passed += 2) {
    await world.pass(2 * hour);
    for (const schedule of manifest.scheduledTriggers) await world.sandbox.drive(schedules.tick(schedule));
  }
  await world.pass(hour);
}
