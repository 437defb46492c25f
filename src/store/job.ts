import type { CompanyChangesWork } from './company-changes';
import type { EmptyFieldWork } from './empty-field';
import type { IssueChangesWork } from './issue-changes';

/**
 * What each kind of job has in hand: what it is about, how far it has come, what it has counted. It is saved in the job's
 * record, so it holds ids, positions and numbers, and nothing about people.
 */
export interface JobWork {
  'company-changes': CompanyChangesWork;
  'empty-field': EmptyFieldWork;
  'issue-changes': IssueChangesWork;
}

export type JobKind = keyof JobWork;

/** A piece of background work over many records, as a chain of queue events. A job that is over has no record. */
export interface Job<K extends JobKind = JobKind> {
  id: string;
  kind: K;
  state: 'queued' | 'running';
  work: JobWork[K];
  hop: number;
  /** ISO 8601 UTC. */
  startedAt: string;
  heartbeatAt: string;
  pausedUntil?: string;
  setbacks: number;
}
