import type { Chance } from '../../chance/chance';
import type { Range } from '../choices';

/** How often the platform misbehaves: probabilities from 0 to 1, per call, invocation, event or run. All are 0 at first. */
export interface FaultRates {
  /** Storage refuses with 429 before it does anything. */
  storageThrottled: number;
  /** Storage fails, with a server error or a lost connection, before it has done anything. */
  storageFailsBefore: number;
  /** Storage does what was asked, and the caller gets a server error, a time-out or a lost connection. */
  storageFailsAfter: number;
  /** A query answers from the past, as far back as the store keeps it. */
  staleQuery: number;
  jiraBurst: number;
  jiraQuota: number;
  /** Jira or its gateway answers 5xx. */
  jiraFails: number;
  /** Jira answers 401 or 403, as it may for minutes after an installation. */
  jiraRefuses: number;
  jiraNetworkError: number;
  /** A record of an account comes in one of its degraded forms; asked for each record read. */
  userDegraded: number;
  /** An account is left out of an answer, or 404. */
  userMissing: number;
  /** The endpoints for hidden emails leave an account out. */
  emailMissing: number;
  queueRequestFails: number;
  /** The queue accepts the events and the caller gets an error. */
  queueRequestFailsAfter: number;
  reportFails: number;
  /** A call takes `slow` instead of its usual time. */
  slowCall: number;
  /** The invocation ends abruptly at a platform call, before or after the product has done it. */
  crash: number;
  /** A platform call does not come back before the invocation's time is over. */
  outOfTime: number;
  /** The next invocation gets a fresh process although a warm one waits. */
  coldStart: number;
  eventLost: number;
  eventRepeated: number;
  /** Up to three minutes late, thereby also out of order. */
  eventLate: number;
  queueRepeated: number;
  queueLate: number;
  scheduleRepeated: number;
}

export type FaultKind = keyof FaultRates;

export const noFaults: Readonly<FaultRates> = {
  storageThrottled: 0,
  storageFailsBefore: 0,
  storageFailsAfter: 0,
  staleQuery: 0,
  jiraBurst: 0,
  jiraQuota: 0,
  jiraFails: 0,
  jiraRefuses: 0,
  jiraNetworkError: 0,
  userDegraded: 0,
  userMissing: 0,
  emailMissing: 0,
  queueRequestFails: 0,
  queueRequestFailsAfter: 0,
  reportFails: 0,
  slowCall: 0,
  crash: 0,
  outOfTime: 0,
  coldStart: 0,
  eventLost: 0,
  eventRepeated: 0,
  eventLate: 0,
  queueRepeated: 0,
  queueLate: 0,
  scheduleRepeated: 0,
};

/** How late or slow, in milliseconds, the faults of that kind make things. */
export interface FaultRanges {
  slow: Range;
  eventLate: Range;
  queueLate: Range;
  /** How far back a stale query looks; the store sets the most it can do. */
  stale: Range;
}

export type CrashMoment = 'before' | 'after';

/** Everything that the platform may do wrong, drawn from a source of chance of its own, and counted. */
export class Faults {
  readonly rates: FaultRates = { ...noFaults };
  readonly ranges: FaultRanges = {
    slow: { low: 500, high: 8_000 },
    eventLate: { low: 3_000, high: 180_000 },
    queueLate: { low: 2_000, high: 120_000 },
    stale: { low: 1, high: 30_000 },
  };
  /** How many of each kind were injected. */
  readonly counts = new Map<FaultKind, number>();
  private readonly crashesDue: { inCalls: number; moment: CrashMoment | undefined }[] = [];

  constructor(
    readonly chance: Chance,
    private readonly injected: (kind: FaultKind, detail: string | undefined) => void = () => undefined,
  ) {}

  set(rates: Partial<FaultRates>): void {
    Object.assign(this.rates, rates);
  }

  /** Stops all faults; what was counted stays. */
  quiet(): void {
    this.set(noFaults);
    this.crashesDue.length = 0;
  }

  /** The next platform call of any invocation ends it. Without a moment, chance says whether the product still does it. */
  crashNextCall(moment?: CrashMoment): void {
    this.crashAtCall(1, moment);
  }

  /** The `count`-th platform call from now ends its invocation; 1 is the next one. */
  crashAtCall(count: number, moment?: CrashMoment): void {
    this.crashesDue.push({ inCalls: count, moment });
  }

  /** Whether a fault of this kind happens now; if so it is counted. */
  strikes(kind: FaultKind, detail?: string): boolean {
    if (!this.chance.happens(this.rates[kind])) return false;
    this.count(kind, detail);
    return true;
  }

  /** Whether the platform call being made now ends its invocation, and when. Counts down the crashes that were asked for. */
  crashOfThisCall(): CrashMoment | undefined {
    const moment = (): CrashMoment => this.chance.pick(['before', 'after']);
    let due: { moment: CrashMoment | undefined } | undefined;
    for (const crash of [...this.crashesDue]) {
      crash.inCalls--;
      if (crash.inCalls > 0) continue;
      this.crashesDue.splice(this.crashesDue.indexOf(crash), 1);
      due ??= crash;
    }
    if (due !== undefined) {
      this.count('crash', 'as asked');
      return due.moment ?? moment();
    }
    return this.strikes('crash') ? moment() : undefined;
  }

  within({ low, high }: Range): number {
    return this.chance.integer(low, high);
  }

  private count(kind: FaultKind, detail?: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    this.injected(kind, detail);
  }
}
