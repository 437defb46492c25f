import type { Clock } from '../../clock/clock';
import { invocationLimits } from '../limits';
import { RateWindow } from '../rate-window';

/** The limits on how often an installation may run functions (Forge: limits-invocation). */
export class InvocationRates {
  private readonly perSecond: RateWindow;
  private readonly perMinute: RateWindow;
  private readonly users = new Map<string, RateWindow>();

  constructor(private readonly clock: Clock) {
    this.perSecond = new RateWindow(clock, invocationLimits.installationInvocationsPerSecond, 1_000);
    this.perMinute = new RateWindow(clock, invocationLimits.installationInvocationsPerMinute, 60_000);
  }

  /** Whether an invocation may begin now, for `accountId` if a person asked for it; if so it is counted. */
  admit(accountId: string | undefined): boolean {
    const windows = [this.perSecond, this.perMinute];
    if (accountId !== undefined) windows.push(this.ofUser(accountId));
    if (!windows.every((window) => window.hasRoom())) return false;
    for (const window of windows) window.take();
    return true;
  }

  private ofUser(accountId: string): RateWindow {
    let window = this.users.get(accountId);
    if (window === undefined) {
      window = new RateWindow(this.clock, invocationLimits.userInvocationsPerMinute, 60_000);
      this.users.set(accountId, window);
    }
    return window;
  }
}
