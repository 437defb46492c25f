import type { AppBundle } from '../../sandbox/src/forge/process/bundle';
import type { User } from '../../sandbox/src/jira';
import type { BenchSite } from './bench-site';

export type SystemName = 'kith' | 'naive';

/** How the latest run ended; the counts are as the contract has them. */
export interface RunResult {
  finishedAt: number;
  seen: number;
  created: number;
  linked: number;
  updated: number;
  unchanged: number;
  unlinked: number;
  skipped: number;
  failed: number;
}

/** A row of storage, as a transaction sets it. */
export interface SeedRow {
  entityName: string;
  key: string;
  value: object;
}

/** An app that keeps contacts in step with Jira users: Kith, or the obvious way to write it. */
export interface System {
  name: SystemName;
  /** How many points of Jira the app takes in an hour for background work. */
  pointsPerHour: number;
  bundle(): AppBundle;
  /** The latest run if it is over, looked up without any request. */
  finishedRun(site: BenchSite): RunResult | undefined;
  /** Whether accounts wait for a later look. */
  hasWaiting(site: BenchSite): boolean;
  /** What a contact looks like in storage that a person created before user sync was turned on. */
  regularContact(id: string, user: User & { email: string }): SeedRow[];
  /** When the present turn of the walk over the links began; undefined where there is no walk. */
  walkTurn(site: BenchSite): string | undefined;
  /** The name that the contact of each account has. */
  syncedNames(site: BenchSite): Map<string, string>;
}
