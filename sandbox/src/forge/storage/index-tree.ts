import BTree from 'sorted-btree';
import { compareIndexKeys, type IndexKey } from './index-key';
import type { Row } from './row';

/** What stood in one place of the index from a moment on; no row: nothing stood there any more. */
interface Version {
  row: Row | undefined;
  from: number;
  previous: Version | undefined;
}

/** From `lower` to below `upper`. */
export interface Bounds {
  lower: IndexKey;
  upper: IndexKey;
}

/**
 * One index, in order, with enough of its past to be read as it was up to `keepMs` ago.
 */
export class IndexTree {
  private readonly tree = new BTree<IndexKey, Version>(undefined, compareIndexKeys, 64);
  /** Places that hold a past, oldest change first. */
  private changes: { key: IndexKey; at: number }[] = [];
  private pruned = 0;

  constructor(private readonly keepMs: number) {}

  put(key: IndexKey, row: Row, at: number): void {
    const version = this.tree.get(key);
    if (version) this.supersede(key, version, row, at);
    else this.tree.set(key, { row, from: at, previous: undefined });
    this.prune(at);
  }

  remove(key: IndexKey, at: number): void {
    const version = this.tree.get(key);
    if (version) this.supersede(key, version, undefined, at);
    this.prune(at);
  }

  private supersede(key: IndexKey, version: Version, row: Row | undefined, at: number): void {
    // Of several changes in one millisecond no reader can see any but the last.
    if (version.from < at && this.keepMs > 0) {
      version.previous = { row: version.row, from: version.from, previous: version.previous };
      this.changes.push({ key, at });
    }
    version.row = row;
    version.from = at;
    if (row === undefined && version.previous === undefined) this.tree.delete(key);
  }

  private prune(now: number): void {
    const horizon = now - this.keepMs;
    for (let change = this.changes[this.pruned]; change && change.at <= horizon; change = this.changes[this.pruned]) {
      this.pruned += 1;
      this.forget(change.key, horizon);
    }
    if (this.pruned > 1024 && this.pruned * 2 > this.changes.length) {
      this.changes = this.changes.slice(this.pruned);
      this.pruned = 0;
    }
  }

  /** Drops what no reader at or after `horizon` can see. */
  private forget(key: IndexKey, horizon: number): void {
    const latest = this.tree.get(key);
    let version = latest;
    while (version && version.from > horizon) version = version.previous;
    if (version) version.previous = undefined;
    if (latest && latest.row === undefined && latest.previous === undefined) this.tree.delete(key);
  }

  /** The rows within bounds as they were at `asOf`, in order, beyond the place `after` if there is one. */
  *ascending(bounds: Bounds, after: IndexKey | undefined, asOf: number): Generator<{ key: IndexKey; row: Row }> {
    for (const [key, version] of this.tree.entries(after ?? bounds.lower, [])) {
      if (compareIndexKeys(key, bounds.upper) >= 0) return;
      if (after && compareIndexKeys(key, after) === 0) continue;
      const row = rowAt(version, asOf);
      if (row) yield { key, row };
    }
  }

  *descending(bounds: Bounds, after: IndexKey | undefined, asOf: number): Generator<{ key: IndexKey; row: Row }> {
    for (const [key, version] of this.tree.entriesReversed(after ?? bounds.upper, [], true)) {
      if (compareIndexKeys(key, bounds.lower) < 0) return;
      const row = rowAt(version, asOf);
      if (row) yield { key, row };
    }
  }
}

function rowAt(latest: Version, moment: number): Row | undefined {
  let version: Version | undefined = latest;
  while (version && version.from > moment) version = version.previous;
  return version?.row;
}
