export type ChangesState =
  | 'previewing'
  | 'ready'
  | 'applying'
  | 'applied'
  | 'undoing'
  | 'undone'
  | 'failed'
  | 'discarded';

/** Changes of many records: first counted, then made when somebody wants that, and undone if they think otherwise. */
export interface Changes<Example> {
  id: string;
  state: ChangesState;
  /** Records looked at so far, in the step under way. */
  seen: number;
  /** Records that would change. */
  count: number;
  /** The first of them, at most 20. */
  examples: Example[];
  /** Records changed, and changed back. */
  applied: number;
  undone: number;
  /** Records that somebody else changed in between, and which were left alone. */
  leftAlone: number;
  startedAt: string;
  finishedAt?: string;
  /** Waiting for Jira's or storage's quota until this moment. */
  pausedUntil?: string;
  /** For `failed`: what to do about it. */
  message?: string;
}
