/**
 * Remembers things for a while in this process. A process may serve several sites, so keys name the site; it is bounded,
 * and forgets the oldest first.
 */
export class Remembered<T> {
  private readonly items = new Map<string, { value: T; until: number }>();

  /** `lifetime` in milliseconds. */
  constructor(
    private readonly lifetime: number,
    private readonly most = 1000,
  ) {}

  get(key: string, now = Date.now()): T | undefined {
    const item = this.items.get(key);
    return item !== undefined && now < item.until ? item.value : undefined;
  }

  /** What was remembered, however long ago. */
  getStale(key: string): T | undefined {
    return this.items.get(key)?.value;
  }

  set(key: string, value: T, now = Date.now()): void {
    this.items.delete(key);
    this.items.set(key, { value, until: now + this.lifetime });
    for (const oldest of this.items.keys()) {
      if (this.items.size <= this.most) break;
      this.items.delete(oldest);
    }
  }

  delete(key: string): void {
    this.items.delete(key);
  }
}
