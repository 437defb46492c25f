import { STATUS_CODES } from 'node:http';
import type { ProductAnswer } from '../../http';
import type { Realm } from './realm';

/**
 * What `__forge_fetch__` resolves to: the part of a fetch Response that Forge's packages and careful apps use. Its body is at
 * hand from the start, so reading it takes microtasks only and never moves the clock.
 */
export class SandboxResponse {
  readonly status: number;
  readonly statusText: string;
  readonly ok: boolean;
  readonly headers: SandboxHeaders;
  readonly url = '';
  readonly redirected = false;
  readonly type = 'default';
  private used = false;

  constructor(
    private readonly realm: Realm,
    private readonly answer: SerializedAnswer,
  ) {
    this.status = answer.status;
    this.statusText = STATUS_CODES[answer.status] ?? '';
    this.ok = answer.status >= 200 && answer.status <= 299;
    this.headers = new SandboxHeaders(answer.headers);
  }

  get bodyUsed(): boolean {
    return this.used;
  }

  text(): Promise<unknown> {
    return this.read((text) => text);
  }

  json(): Promise<unknown> {
    return this.read((text) => this.realm.parse(text));
  }

  arrayBuffer(): Promise<unknown> {
    return this.read((text) => {
      const { buffer, byteOffset, byteLength } = Buffer.from(text, 'utf8');
      return buffer.slice(byteOffset, byteOffset + byteLength);
    });
  }

  clone(): SandboxResponse {
    if (this.used) throw this.realm.typeError('Response.clone: Body has already been consumed.');
    return new SandboxResponse(this.realm, this.answer);
  }

  private read(use: (text: string) => unknown): Promise<unknown> {
    return this.realm.promise((resolve) => {
      if (this.used) throw this.realm.typeError('Body is unusable: Body has already been read');
      this.used = true;
      resolve(use(this.answer.text));
    });
  }
}

export class SandboxHeaders {
  constructor(private readonly values: Record<string, string>) {}

  get(name: string): string | null {
    return this.values[name.toLowerCase()] ?? null;
  }

  has(name: string): boolean {
    return this.get(name) !== null;
  }

  entries(): IterableIterator<[string, string]> {
    return Object.entries(this.values)[Symbol.iterator]();
  }

  keys(): IterableIterator<string> {
    return Object.keys(this.values)[Symbol.iterator]();
  }

  forEach(callback: (value: string, name: string) => void): void {
    for (const [name, value] of this.entries()) callback(value, name);
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.entries();
  }
}

/** An answer at the moment it was given: later changes in the product do not reach it. */
export interface SerializedAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

export function serializeAnswer({ status, headers, body, text }: ProductAnswer): SerializedAnswer {
  if (text !== undefined) return { status, headers: headers ?? {}, text };
  if (body === undefined) return { status, headers: headers ?? {}, text: '' };
  return { status, headers: { 'content-type': 'application/json', ...headers }, text: JSON.stringify(body) };
}
