import { sameRecord } from '../domain/drafts';
import { JiraFault } from '../jira/jira-errors';
import { PointsBudget, pointsPerSite } from '../store/points-budget';
import { readRecord, readRecords } from '../store/read-records';
import { withDefault } from '../store/read-state';
import { singleKeys } from '../store/records';
import type { SyncState } from '../store/sync-state';
import { commit } from '../store/transaction';
import type { Walk } from '../store/walk';
import { changeState } from './change-state';
import { queueWoken } from './queue-woken';
import { newContext, type SyncContext } from './sync-context';
import { walkLinks } from './walk-links';
import { walkList } from './walk-list';

/** Both walks together may spend this share of the site's points; a twelfth of it in each five minutes. */
const share = 0.2;
const ticksPerHour = 12;
const tickMs = 5 * 60_000;

/** The least that a slice is given, so that its smaller share, too, is enough for one user. */
const leastPoints = 40;

/** The walk over our links leaves at least this share of a slice's points to the one over the list. */
const shareOfList = 1 / 6;

/**
 * The next slice of the endless check: of our links, a turn a day, and of Jira's list of users, a turn a week. Rests while
 * a run is under way, which sees everybody anyway, but not while a failed one waits for an admin.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function walk(): Promise<void> {
  const read = await readRecords([
    { kind: 'state', key: singleKeys.state },
    { kind: 'walk', key: singleKeys.walk },
  ]);
  const { current } = withDefault(read.get('state', singleKeys.state));
  if (!current.enabled) return;
  const lastRun = current.latestRunId === undefined ? undefined : (await readRecord('run', current.latestRunId)).record;
  if (current.activeRunId !== undefined && lastRun?.state !== 'failed') return;
  const known = read.get('walk', singleKeys.walk);
  const begun = known.record?.walkEpoch === current.epoch ? known.record : newWalk(current);
  const context = newContext(current);
  const budget = await PointsBudget.load();
  budget.brief(context.points);
  const points = Math.min(budget.available(context.points, Date.now()), pointsOfTick(Date.now()));
  const { walk: walked, turnEnded } = await oneSlice(begun, points, lastRun?.counts.seen ?? 0, context);
  if (!sameRecord(walked, known.record)) {
    await commit([{ kind: 'walk', key: singleKeys.walk, rev: known.rev, record: walked }]);
  }
  if (turnEnded) await noteFullTurn(current);
  await queueWoken(context);
}

/** Where a tick's part of the points is not worth a request, every so many ticks one gets the parts of all of them. */
function pointsOfTick(now: number): number {
  const part = (pointsPerSite() * share) / ticksPerHour;
  const ticks = Math.ceil(leastPoints / part);
  return Math.floor(now / tickMs) % ticks === 0 ? part * ticks : 0;
}

async function oneSlice(
  begun: Walk,
  points: number,
  listed: number,
  context: SyncContext,
): Promise<{ walk: Walk; turnEnded: boolean }> {
  let walked = begun;
  let turnEnded = false;
  try {
    const links = await walkLinks(begun.links, points * (1 - shareOfList), context);
    walked = { ...walked, links: links.turn };
    turnEnded = links.ended;
    walked = { ...walked, list: await walkList(begun.list, points - context.points.spent, listed, context) };
  } catch (error) {
    if (!(error instanceof JiraFault)) throw error;
  } finally {
    await PointsBudget.record(context.points);
  }
  return { walk: walked, turnEnded };
}

function newWalk(state: SyncState): Walk {
  const startedAt = new Date().toISOString();
  return {
    walkEpoch: state.epoch,
    links: { startedAt, done: 0 },
    list: { startedAt, done: 0, startAt: 0 },
  };
}

async function noteFullTurn(state: SyncState): Promise<void> {
  await changeState((current) =>
    current.epoch === state.epoch ? { state: { ...current, lastCompletedAt: new Date().toISOString() } } : undefined,
  );
}
