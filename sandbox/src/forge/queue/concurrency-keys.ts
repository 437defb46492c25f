/** Which concurrency keys are in use; a key counts across all queues of the installation. */
export class ConcurrencyKeys {
  private readonly running = new Map<string, number>();

  /** Whether one more event with this key may be consumed now; if so it is counted until it leaves. */
  enter(concurrency: { key: string; limit: number } | undefined): boolean {
    if (concurrency === undefined) return true;
    const running = this.running.get(concurrency.key) ?? 0;
    if (running >= concurrency.limit) return false;
    this.running.set(concurrency.key, running + 1);
    return true;
  }

  leave(concurrency: { key: string; limit: number } | undefined): void {
    if (concurrency === undefined) return;
    const running = this.running.get(concurrency.key) ?? 0;
    if (running <= 1) this.running.delete(concurrency.key);
    else this.running.set(concurrency.key, running - 1);
  }
}
