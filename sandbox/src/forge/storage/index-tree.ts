import BTree from 'sorted-btree';
import { compareIndexKeys, type IndexKey } from './index-key';
import type { Row } from './row';

/** What stood in one place of the index from a moment on; no row: nothing stood there any more. */
interface Version {
  row: Row | undefined;
  from: number;
  previous: Version | undefined;
}

/** A place in the index with the row that stands there now. */
export interface Entry extends Version {
  readonly key: IndexKey;
  /** Taken out of the index; a later row in the same place has an entry of its own. */
  dropped: boolean;
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
  private readonly tree = new BTree<IndexKey, Entry>(undefined, compareIndexKeys, 64);
  /** Entries that have a past, oldest change first. */
  private changes: { entry: Entry; at: number }[] = [];
  private pruned = 0;

  constructor(private readonly keepMs: number) {}

  /** Puts a row in its place. */
  put(key: IndexKey, row: Row, at: number): Entry {
    this.prune(at);
    const fresh: Entry = { key, row, from: at, previous: undefined, dropped: false };
    if (this.tree.set(key, fresh, false)) return fresh;
    // Another row stood in this place not long ago.
    const entry = this.tree.get(key) ?? fresh;
    this.supersede(entry, row, at);
    return entry;
  }

  /** Puts another row in the place of the present one; no row takes it out. */
  replace(entry: Entry, row: Row | undefined, at: number): void {
    this.supersede(entry, row, at);
    this.prune(at);
  }

  private supersede(entry: Entry, row: Row | undefined, at: number): void {
    // Of several changes in one millisecond no reader can see any but the last.
    if (entry.from < at && this.keepMs > 0) {
      entry.previous = { row: entry.row, from: entry.from, previous: entry.previous };
      this.changes.push({ entry, at });
    }
    entry.row = row;
    entry.from = at;
    this.dropIfEmpty(entry);
  }

  private dropIfEmpty(entry: Entry): void {
    if (entry.row !== undefined || entry.previous !== undefined || entry.dropped) return;
    entry.dropped = true;
    this.tree.delete(entry.key);
  }

  private prune(now: number): void {
    const horizon = now - this.keepMs;
    for (let change = this.changes[this.pruned]; change && change.at <= horizon; change = this.changes[this.pruned]) {
      this.pruned += 1;
      this.forget(change.entry, horizon);
    }
    if (this.pruned > 1024 && this.pruned * 2 > this.changes.length) {
      this.changes = this.changes.slice(this.pruned);
      this.pruned = 0;
    }
  }

  /** Drops what no reader at or after `horizon` can see. */
  private forget(entry: Entry, horizon: number): void {
    let version: Version | undefined = entry;
    while (version && version.from > horizon) version = version.previous;
    if (version) version.previous = undefined;
    this.dropIfEmpty(entry);
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
