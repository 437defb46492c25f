import {
  foundValue,
  type IssueFacts,
  type IssueProperty,
  nothingFound,
  sameValue,
  takesNoStep,
  valueIn,
} from './issue-company';

/**
 * What an issue would have instead of what it has, also if that was undone before; undefined if that is the same, or nothing is
 * found for its project.
 */
export function issueChangeOf(facts: IssueFacts): IssueProperty | undefined {
  if (takesNoStep(facts.steps)) return undefined;
  const value = foundValue(facts);
  return sameValue(value, facts.property) ? undefined : value;
}

/** The issue has what these changes gave it. */
export function wasChangedBy(property: IssueProperty | undefined, changesId: string): boolean {
  return property?.changes === changesId;
}

/** The issue has again what it had before these changes. */
export function wasRestoredFrom(property: IssueProperty | undefined, changesId: string): boolean {
  return property?.changes === restoredMark(changesId);
}

/** The change, with what was there before, and by which changes: all that undoing needs. */
export function withIssueChange(
  change: IssueProperty,
  property: IssueProperty | undefined,
  changesId: string,
): IssueProperty {
  return { ...change, changes: changesId, ...(property === undefined ? {} : { before: valueIn(property) }) };
}

/**
 * What the issue had before these changes, with a note of what they gave it, so that it does not come back by itself. Why it had
 * that company is no longer true. Undefined if the issue does not have what they gave it: somebody else wrote since.
 */
export function withoutIssueChange(property: IssueProperty | undefined, changesId: string): IssueProperty | undefined {
  if (property === undefined || !wasChangedBy(property, changesId)) return undefined;
  const { because, ...before } = property.before ?? nothingFound;
  const restored = before.chosen === 'manual' && because !== undefined ? { ...before, because } : before;
  return { ...restored, changes: restoredMark(changesId), undone: valueIn(property) };
}

function restoredMark(changesId: string): string {
  return `${changesId}.undone`;
}
