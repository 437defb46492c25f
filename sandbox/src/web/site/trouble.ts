import { z } from 'zod';
import type { FaultAction, FaultSettings } from '../api-types';
import type { Backend } from '../backend';
import { checked } from './problem';

const share = z.number().min(0).max(1);

const settings = z.object({
  loseEvents: share,
  repeatEvents: share,
  storageFailures: share,
  storageFailuresAfterCommit: share,
  staleQueries: z.boolean(),
  emails: z.enum(['none', 'not-approved', 'missing-scope', 'failing']),
});

const order = z.object({ action: z.enum(['throttle-jira', 'crash-next-call', 'run-schedules']) });

/** What the control panel can make go wrong. */
export class Trouble {
  constructor(private readonly backend: Backend) {}

  get settings(): FaultSettings {
    const { faults, jira } = this.backend;
    return {
      loseEvents: faults.rates.eventLost,
      repeatEvents: faults.rates.eventRepeated,
      storageFailures: faults.rates.storageFailsBefore,
      storageFailuresAfterCommit: faults.rates.storageFailsAfter,
      staleQueries: faults.rates.staleQuery > 0,
      emails: jira.misbehave.emails,
    };
  }

  set(body: unknown): FaultSettings {
    const wanted = checked(settings, body);
    this.backend.faults.set({
      eventLost: wanted.loseEvents,
      eventRepeated: wanted.repeatEvents,
      storageFailsBefore: wanted.storageFailures,
      storageFailsAfter: wanted.storageFailuresAfterCommit,
      staleQuery: wanted.staleQueries ? 1 : 0,
    });
    this.backend.jira.misbehave.emails = wanted.emails;
    return this.settings;
  }

  act(body: unknown): object {
    this.perform(checked(order, body).action);
    return {};
  }

  private perform(action: FaultAction): void {
    const { faults, jira, clock } = this.backend;
    switch (action) {
      case 'throttle-jira':
        jira.throttle({ kind: 'quota', seconds: Math.ceil((jira.points.resetsAt - clock.now()) / 1000) });
        break;
      case 'crash-next-call':
        faults.crashNextCall();
        break;
      case 'run-schedules':
        this.backend.runSchedules();
    }
  }
}
