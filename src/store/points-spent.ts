/** What background work has spent of Jira's points in one UTC hour, by the app's own count. */
export interface PointsSpent {
  /** The hour, as `2026-11-02T09`. */
  hour: string;
  points: number;
  /** Jira said stop: no background work before this moment (ISO 8601 UTC). */
  stoppedUntil?: string;
}
