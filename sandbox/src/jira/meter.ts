export interface EndpointUse {
  calls: number;
  points: number;
  /** Of the calls: answered 429 or 503 by a limit. */
  refused: number;
}

/** What has been called since the site was opened. Endpoints are named by method and path template. */
export class Meter {
  private readonly uses = new Map<string, EndpointUse>();

  record(endpoint: string, points: number, refused: boolean): void {
    const use = this.uses.get(endpoint) ?? { calls: 0, points: 0, refused: 0 };
    use.calls += 1;
    use.points += points;
    if (refused) use.refused += 1;
    this.uses.set(endpoint, use);
  }

  get calls(): number {
    return this.sum('calls');
  }

  get points(): number {
    return this.sum('points');
  }

  byEndpoint(): Record<string, EndpointUse> {
    return Object.fromEntries([...this.uses].map(([endpoint, use]) => [endpoint, { ...use }]));
  }

  of(endpoint: string): EndpointUse {
    return { calls: 0, points: 0, refused: 0, ...this.uses.get(endpoint) };
  }

  reset(): void {
    this.uses.clear();
  }

  private sum(part: keyof EndpointUse): number {
    let total = 0;
    for (const use of this.uses.values()) total += use[part];
    return total;
  }
}
