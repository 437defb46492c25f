import assert from 'node:assert';
import asyncHooks from 'node:async_hooks';
import buffer from 'node:buffer';
import nodeCrypto from 'node:crypto';
import events from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import querystring from 'node:querystring';
import stream from 'node:stream';
import stringDecoder from 'node:string_decoder';
import url from 'node:url';
import util from 'node:util';

/** What a built-in module needs of the process that asks for it. */
export interface NodeModuleSources {
  uuid(): string;
  /** Fills with made-up bytes. */
  fill(bytes: Uint8Array): void;
  timers: Record<string, unknown>;
  performance: { now(): number };
}

/** Neither tell the time, nor draw chance, nor wait: safe to share with the app as they are. */
const passedThrough: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['assert', assert],
  ['async_hooks', asyncHooks],
  ['buffer', buffer],
  ['events', events],
  ['path', path],
  ['querystring', querystring],
  ['stream', stream],
  ['string_decoder', stringDecoder],
  ['url', url],
  ['util', util],
]);

const safeCryptoFunctions = ['createHash', 'createHmac', 'timingSafeEqual', 'getHashes', 'hash'] as const;

/**
 * `require` of a Node built-in from within the app.
 *
 * @throws Error naming the module, when the sandbox does not have it.
 */
export function requireNodeModule(id: string, sources: NodeModuleSources): unknown {
  const name = id.replace(/^node:/, '');
  const shared = passedThrough.get(name);
  if (shared !== undefined) return shared;
  if (name === 'crypto') return cryptoModule(sources);
  if (name === 'timers') return sources.timers;
  if (name === 'perf_hooks') return { performance: sources.performance };
  if (name === 'fs') return refusingFs;
  throw new Error(`The sandbox has not built the Node module '${id}'.`);
}

function cryptoModule(sources: NodeModuleSources): Record<string, unknown> {
  const randomBytes = (size: number): Buffer => {
    const bytes = Buffer.alloc(size);
    sources.fill(bytes);
    return bytes;
  };
  const web = webCrypto(sources);
  return {
    ...refusingCrypto,
    ...safeCrypto,
    randomUUID: sources.uuid,
    randomBytes,
    randomInt: (low: number, high?: number): number => {
      const [from, to] = high === undefined ? [0, low] : [low, high];
      return from + (randomBytes(6).readUIntBE(0, 6) % (to - from));
    },
    getRandomValues: web.getRandomValues,
    subtle: web.subtle,
    webcrypto: web,
  };
}

const digests: Record<string, string> = {
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

interface WebCrypto {
  randomUUID(): string;
  getRandomValues<T extends ArrayBufferView>(array: T): T;
  subtle: Record<string, unknown>;
}

/** The global `crypto`. Digests are computed at once: the real ones come from a thread, at a moment that no clock here governs. */
export function webCrypto(sources: Pick<NodeModuleSources, 'uuid' | 'fill'>): WebCrypto {
  return {
    randomUUID: sources.uuid,
    getRandomValues: (array) => {
      sources.fill(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
      return array;
    },
    subtle: {
      ...refusingSubtle,
      digest: async (algorithm: string | { name: string }, data: ArrayBuffer | ArrayBufferView) => {
        const name = (typeof algorithm === 'string' ? algorithm : algorithm.name).toUpperCase();
        const digest = digests[name];
        if (digest === undefined) throw new Error(`The sandbox has not built the digest '${name}'.`);
        const bytes = ArrayBuffer.isView(data)
          ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
          : new Uint8Array(data);
        const result = nodeCrypto.createHash(digest).update(bytes).digest();
        return result.buffer.slice(result.byteOffset, result.byteOffset + result.byteLength);
      },
    },
  };
}

/** The same members, each function replaced by one that fails with the member's name. */
function refusing(module: string, members: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members as Record<string, unknown>).map(([name, member]) => [
      name,
      typeof member !== 'function'
        ? member
        : () => {
            throw new Error(`The sandbox has not built ${module}.${name}.`);
          },
    ]),
  );
}

const subtleNames = [
  'encrypt',
  'decrypt',
  'sign',
  'verify',
  'generateKey',
  'importKey',
  'exportKey',
  'deriveBits',
  'deriveKey',
];

// Every process of the app is given these: made once, since they have hundreds of members.
const realCrypto: Record<string, unknown> = { ...nodeCrypto };
const refusingCrypto = refusing('node:crypto', realCrypto);
const safeCrypto = Object.fromEntries(
  safeCryptoFunctions.filter((name) => name in realCrypto).map((name) => [name, realCrypto[name]]),
);
const refusingFs = refusing('node:fs', fs);
const refusingSubtle = refusing(
  'crypto.subtle',
  Object.fromEntries(subtleNames.map((name) => [name, () => undefined])),
);
