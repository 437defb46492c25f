import type { ChangesState } from '../contract/changes';

/** A contact among the first that would change: ids only, names are read when they are shown. */
export interface StoredExample {
  contactId: string;
  /** Ids of companies; absent: none. */
  from?: string;
  to?: string;
}

/** What the steps of company changes have counted. */
export interface ChangesCounts {
  seen: number;
  count: number;
  applied: number;
  undone: number;
  leftAlone: number;
}

/** Company changes that a person asked for. While a step is under way, its counts are those of its job. */
export interface CompanyChangesRecord extends ChangesCounts {
  id: string;
  companyId?: string;
  state: ChangesState;
  examples: StoredExample[];
  /** The domains that the preview rests on; absent: too many to compare. */
  basis?: string;
  startedAt: string;
  finishedAt?: string;
  message?: string;
}

export type ChangesStep = 'preview' | 'apply' | 'undo';

/** What the job of company changes has in hand. */
export interface CompanyChangesWork {
  changesId: string;
  companyId?: string;
  step: ChangesStep;
  counts: ChangesCounts;
  examples: StoredExample[];
  /** The id of the contact that was seen to last. */
  after?: string;
}
