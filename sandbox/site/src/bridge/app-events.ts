/** The events that frames of one app say to each other on a page, and that the site says to them. */
export class AppEvents {
  private readonly listeners = new Map<number, { event: string; listener: (payload: unknown) => void }>();
  private next = 1;

  on(event: string, listener: (payload: unknown) => void): number {
    const id = this.next++;
    this.listeners.set(id, { event, listener });
    return id;
  }

  off(id: number): void {
    this.listeners.delete(id);
  }

  emit(event: string, payload: unknown): void {
    for (const { event: wanted, listener } of [...this.listeners.values()]) {
      if (wanted === event) listener(payload);
    }
  }
}

export const appEvents = new AppEvents();
