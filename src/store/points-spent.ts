/** What background work has spent of Jira's points in one UTC hour, by the app's own count, and what Jira said about them. */
export interface PointsSpent {
  /** The hour, as `2026-11-02T09`. */
  hour: string;
  points: number;
  /** What Jira said is left for the app in this hour, less what was counted since; 0 when it announced the end. */
  remaining?: number;
  /** Jira said stop: no background work before this moment (ISO 8601 UTC). */
  stoppedUntil?: string;
  /** Endpoints that are not to be asked before a moment (ISO 8601 UTC). */
  endpointsStopped?: Record<string, string>;
}
