import { BenchSite, minute } from '../bench-site';
import { listed } from '../floors';
import { kith } from '../kith';
import { measure } from '../measure';

const longest = 10 * minute;
const mostOfFloor = 1.02;

export async function keepsToItsFloor(accounts = 10_000): Promise<string[]> {
  const site = await BenchSite.open(kith, accounts);
  const since = site.now;
  const use = await measure(site, async () => {
    await site.admin('setSyncEnabled', { enabled: true });
    await site.untilRunEnds(since);
  });
  const { hidden } = listed(site);
  const floor = 2.001 * accounts + 2.02 * hidden;
  const failures: string[] = [];
  if (use.simulatedMs > longest) failures.push(`It took ${(use.simulatedMs / minute).toFixed(1)} minutes.`);
  if (use.points > mostOfFloor * floor)
    failures.push(`It took ${use.points} points; the floor is ${Math.round(floor)}.`);
  console.log(`        ${(use.simulatedMs / 1000).toFixed(1)} s, ${(use.points / floor).toFixed(4)} times the points`);
  return failures;
}
