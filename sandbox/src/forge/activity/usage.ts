/** What the app has used of the platform's compute and log volume since the sandbox began. */
export interface UsageTotals {
  invocations: number;
  /** Running time of all invocations, in milliseconds. */
  durationMs: number;
  /** Running time times configured memory: what Forge bills (Forge: forge-platform-pricing). */
  gigabyteSeconds: number;
  logBytes: number;
}

export class Usage {
  private invocations = 0;
  private durationMs = 0;
  private logBytes = 0;

  constructor(private readonly memoryMB: number) {}

  invocation(durationMs: number): void {
    this.invocations++;
    this.durationMs += durationMs;
  }

  logged(text: string): void {
    this.logBytes += Buffer.byteLength(text);
  }

  totals(): UsageTotals {
    const gigabyteSeconds = (this.memoryMB / 1024) * (this.durationMs / 1000);
    return { invocations: this.invocations, durationMs: this.durationMs, gigabyteSeconds, logBytes: this.logBytes };
  }
}
