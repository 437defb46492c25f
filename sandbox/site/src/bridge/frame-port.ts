import { type CallbackRef, type FromFrame, GREETING, type ToFrame } from '../frame/protocol';

export type CallHandler = (name: string, data: unknown) => Promise<unknown>;

export interface FrameListeners {
  call: CallHandler;
  resize(height: number): void;
  violation(text: string): void;
}

/**
 * The site's end of the wire to one frame. It takes a greeting only from that frame's window and from the app's origin.
 * A reload inside the frame greets again and gets a new wire.
 */
export class FramePort {
  private port: MessagePort | undefined;
  private readonly onGreeting: (event: MessageEvent) => void;

  constructor(
    private readonly frame: () => Window | null,
    private readonly appOrigin: string,
    private readonly listeners: FrameListeners,
  ) {
    this.onGreeting = (event) => this.greet(event);
    window.addEventListener('message', this.onGreeting);
  }

  send(message: ToFrame): void {
    this.port?.postMessage(message);
  }

  callBack(ref: number, argument: unknown): void {
    this.send({ type: 'callback', ref, argument });
  }

  close(): void {
    window.removeEventListener('message', this.onGreeting);
    this.port?.close();
  }

  private greet(event: MessageEvent): void {
    const port = event.ports[0];
    if (event.data !== GREETING || event.origin !== this.appOrigin || event.source !== this.frame() || !port) return;
    this.port?.close();
    this.port = port;
    port.onmessage = (message: MessageEvent<FromFrame>) => this.receive(message.data);
  }

  private receive(message: FromFrame): void {
    if (message.type === 'resize') this.listeners.resize(message.height);
    else if (message.type === 'violation') this.listeners.violation(message.text);
    else void this.answer(message.id, message.name, message.data);
  }

  private async answer(id: number, name: string, data: unknown): Promise<void> {
    try {
      this.send({ type: 'answer', id, ok: true, value: await this.listeners.call(name, data) });
    } catch (error) {
      this.send({ type: 'answer', id, ok: false, message: error instanceof Error ? error.message : String(error) });
    }
  }
}

export const isCallbackRef = (value: unknown): value is CallbackRef =>
  typeof value === 'object' && value !== null && '__callback' in value && typeof value.__callback === 'number';
