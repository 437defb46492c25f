import {
  type IssueFacts,
  type IssueProperty,
  nothingFound,
  sameValue,
  takesNoStep,
  valueIn,
  valueOfIssue,
} from './issue-company';

/** What an issue would have instead of what it has; undefined if that is the same, or nothing is found for its project. */
export function issueChangeOf(facts: IssueFacts): IssueProperty | undefined {
  if (takesNoStep(facts.steps)) return undefined;
  const value = valueOfIssue(facts);
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

/** What the issue had before these changes; undefined if it does not have what they gave it: somebody else wrote since. */
export function withoutIssueChange(property: IssueProperty | undefined, changesId: string): IssueProperty | undefined {
  if (property === undefined || !wasChangedBy(property, changesId)) return undefined;
  return { ...(property.before ?? nothingFound), changes: restoredMark(changesId) };
}

function restoredMark(changesId: string): string {
  return `${changesId}.undone`;
}
