import type { CompanyChanges } from '../contract';

/** What changes of many records have in common, whatever is changed. */
export type Changes = Omit<CompanyChanges, 'companyId' | 'examples'>;

/** The contract: pages poll a running status at most every ten seconds. Milliseconds. */
export const lookEvery = 10_000;
const longestWait = 60_000;

export function isUnderWay(changes: Changes | undefined): boolean {
  return changes?.state === 'previewing' || changes?.state === 'applying' || changes?.state === 'undoing';
}

/** When to ask for the changes again, in milliseconds; `false` when nothing will change by itself. */
export function nextLook(changes: Changes | undefined, now: number): number | false {
  if (changes === undefined || !isUnderWay(changes)) return false;
  const pausedFor = changes.pausedUntil === undefined ? 0 : Date.parse(changes.pausedUntil) - now;
  return Math.min(longestWait, Math.max(lookEvery, Number.isFinite(pausedFor) ? pausedFor : 0));
}

/** How many records the step under way has to change, and how many it has changed; nothing while they are being counted. */
export function workOf({ state, count, applied, undone }: Changes): { done: number; of: number } | undefined {
  if (state === 'applying') return { done: applied, of: count };
  if (state === 'undoing') return { done: undone, of: applied };
  return undefined;
}

/** The number that the title of changes tells, which depends on how far they are. */
export function toldCount({ state, count, applied, undone }: Changes): number {
  if (state === 'applied') return applied;
  if (state === 'undone') return undone;
  return count;
}

/** What a card may offer without being asked: to look, so that it stands out, or quietly; or nothing. */
export type Offer = 'clear' | 'quiet' | 'none';

/**
 * Whether to offer a look, given what happened before. What was just saved is offered beside changes that are over as well,
 * but not while a step is under way: nobody may begin another one then.
 */
export function offerBeside(changes: Changes | undefined, offer: Offer): Offer {
  if (changes === undefined) return offer;
  return offer === 'clear' && !isUnderWay(changes) ? 'clear' : 'none';
}

/** What a person can do about changes: look once more, or take them further. */
export type StepName = 'preview' | 'apply' | 'undo' | 'discard';

/** What can be done now, the most likely first. */
export function stepsOf({ state, count, applied }: Changes): readonly StepName[] {
  switch (state) {
    case 'previewing':
      return ['discard'];
    case 'ready':
      return count === 0 ? ['discard', 'preview'] : ['apply', 'preview', 'discard'];
    case 'applied':
      return applied === 0 ? ['discard', 'preview'] : ['undo', 'preview', 'discard'];
    case 'undone':
      return ['preview', 'discard'];
    case 'failed':
      return applied === 0 ? ['preview', 'discard'] : ['preview', 'undo', 'discard'];
    default:
      return [];
  }
}
