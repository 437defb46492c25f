import { readRecords } from './read-records';
import { sha256 } from './records';
import type { Write } from './transaction';

const digestLength = 8;

/** The last chunk is written with each save of the run, so chunks are small: 40 KB. */
const digestsPerChunk = 5_000;

/** Chunks are read until one is absent; this many at a time. */
const chunksAtOnce = 5;

/** The key of one chunk of what a run has seen. */
export function seenKey(runId: string, chunk: number): string {
  return `${runId}:seen:${chunk}`;
}

interface Chunk {
  digests: string[];
  rev: number;
}

/** Accounts that are about to count as seen; `written` is called once the writes are done. */
export interface Addition {
  writes: Write[];
  written: () => void;
}

/**
 * The accounts that a run has seen: 48 bits of a hash of each id, in chunks. Jira's list may shift while it is read, so
 * an account can come up twice; this is what counts it once.
 */
export class RunSeen {
  private readonly digests = new Set<string>();
  private readonly chunks: Chunk[] = [];

  private constructor(private readonly runId: string) {}

  /** @throws StorageThrottled, StorageUnavailable */
  static async load(runId: string): Promise<RunSeen> {
    const seen = new RunSeen(runId);
    for (let start = 0; ; start += chunksAtOnce) {
      const keys = Array.from({ length: chunksAtOnce }, (_, index) => seen.keyOf(start + index));
      const read = await readRecords(keys.map((key) => ({ kind: 'seen', key })));
      for (const key of keys) {
        const { record, rev } = read.get('seen', key);
        if (record === undefined) return seen;
        const digests = record.digests.match(new RegExp(`.{${digestLength}}`, 'gs')) ?? [];
        seen.chunks.push({ digests, rev });
        for (const digest of digests) seen.digests.add(digest);
      }
    }
  }

  has(accountId: string): boolean {
    return this.digests.has(digestOf(accountId));
  }

  /** What has to be written for these accounts to count as seen, in the same transaction as the run's position. */
  adding(accountIds: Iterable<string>): Addition {
    const fresh = [...accountIds].map(digestOf).filter((digest) => !this.digests.has(digest));
    const chunks = new Map<number, Chunk>();
    let last = this.chunks.length - 1;
    for (const digest of fresh) {
      let chunk = chunks.get(last) ?? this.chunks[last];
      if (chunk === undefined || chunk.digests.length >= digestsPerChunk) {
        last += 1;
        chunk = { digests: [], rev: 0 };
      }
      if (!chunks.has(last)) chunks.set(last, { digests: [...chunk.digests], rev: chunk.rev });
      chunks.get(last)?.digests.push(digest);
    }
    const writes = [...chunks].map(([index, chunk]) => ({
      kind: 'seen' as const,
      key: this.keyOf(index),
      rev: chunk.rev,
      record: { runId: this.runId, chunk: index, digests: chunk.digests.join('') },
    }));
    return { writes, written: () => this.take(fresh, chunks) };
  }

  /** The keys of all chunks, and their revisions: to be removed when the run is over. */
  removals(): Write[] {
    return this.chunks.map(({ rev }, index) => ({ kind: 'seen', key: this.keyOf(index), rev, record: undefined }));
  }

  private take(digests: readonly string[], chunks: ReadonlyMap<number, Chunk>): void {
    for (const digest of digests) this.digests.add(digest);
    for (const [index, chunk] of chunks) this.chunks[index] = { ...chunk, rev: chunk.rev + 1 };
  }

  private keyOf(chunk: number): string {
    return seenKey(this.runId, chunk);
  }
}

function digestOf(accountId: string): string {
  return Buffer.from(sha256(accountId), 'hex').subarray(0, 6).toString('base64');
}
