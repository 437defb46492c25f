import { type FromFrame, GREETING, type ToFrame } from './protocol';

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };

/** The frame's end of the wire to the site. Functions inside call data are kept here and called back by number. */
export class SitePort {
  private readonly port: MessagePort;
  private readonly waiting = new Map<number, Waiting>();
  private readonly callbacks = new Map<number, (argument: unknown) => unknown>();
  private readonly listeners: ((message: ToFrame) => void)[] = [];
  private next = 1;

  constructor(siteOrigin: string) {
    const channel = new MessageChannel();
    this.port = channel.port1;
    this.port.onmessage = (event: MessageEvent<ToFrame>) => this.receive(event.data);
    window.parent.postMessage(GREETING, siteOrigin, [channel.port2]);
  }

  listen(listener: (message: ToFrame) => void): void {
    this.listeners.push(listener);
  }

  send(message: FromFrame): void {
    this.port.postMessage(message);
  }

  call(name: string, data?: unknown): Promise<unknown> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send({ type: 'call', id, name, data: this.withoutFunctions(data) });
    });
  }

  private withoutFunctions(value: unknown): unknown {
    if (typeof value === 'function') {
      const ref = this.next++;
      this.callbacks.set(ref, (argument) => value(argument));
      return { __callback: ref };
    }
    if (Array.isArray(value)) return value.map((item) => this.withoutFunctions(item));
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.withoutFunctions(item)]));
    }
    return value;
  }

  private receive(message: ToFrame): void {
    if (message.type === 'answer') {
      const waiting = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.ok) waiting?.resolve(message.value);
      else waiting?.reject(new Error(message.message));
    } else if (message.type === 'callback') {
      this.callbacks.get(message.ref)?.(message.argument);
    } else {
      for (const listener of this.listeners) listener(message);
    }
  }
}
