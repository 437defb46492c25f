import { BenchSite } from '../bench-site';
import { kith } from '../kith';

const kept = new Set(['contact', 'email-claim', 'jira-user', 'skip']);

export async function writesNothingUnchanged(accounts = 3_000): Promise<string[]> {
  const site = await BenchSite.open(kith, accounts);
  const began = site.now;
  await site.admin('setSyncEnabled', { enabled: true });
  await site.untilRunEnds(began);
  const writes = new Map<string, number>();
  const count = (during: string) =>
    site.sandbox.storage.onCommit(({ changes }) => {
      for (const { entityName = 'plain keys' } of changes) {
        if (!kept.has(entityName)) continue;
        const what = `${entityName} during ${during}`;
        writes.set(what, (writes.get(what) ?? 0) + 1);
      }
    });

  await site.toFullHour();
  const stopRun = count('a reconcile run');
  const since = site.now;
  await site.admin('syncNow', {});
  await site.untilRunEnds(since);
  stopRun();

  const turn = kith.walkTurn(site);
  await site.until(() => kith.walkTurn(site) !== turn);
  const stopWalk = count('a turn of the walk');
  const next = kith.walkTurn(site);
  await site.until(() => kith.walkTurn(site) !== next);
  stopWalk();
  return [...writes].map(([what, times]) => `${times} writes of ${what}`);
}
