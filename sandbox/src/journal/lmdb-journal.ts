import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';
import { DatabaseUnreadable } from './database-errors';
import { DirectoryLock } from './directory-lock';
import type { Journal } from './journal';

const MAXIMUM_TABLES = 256;

/**
 * LMDB ends the whole process when it meets a damaged file, so another process reads everything first. It takes the names
 * of the tables before it opens the first: opening one while a cursor is in use makes LMDB crash now and then.
 */
const READ_EVERYTHING = `
  const [, lmdb, path] = process.argv;
  const root = require(lmdb).open({ path, readOnly: true, maxDbs: ${MAXIMUM_TABLES} });
  for (const name of [...root.getKeys()]) for (const { value } of root.openDB({ name, encoding: 'json' }).getRange()) void value;
`;

/**
 * A journal in a directory, kept by LMDB. Writes are gathered and stored in the order in which they were made; what was
 * stored survives a crash.
 */
export class LmdbJournal implements Journal {
  private readonly tables = new Map<string, Database<unknown, string>>();
  private failure: unknown;

  private constructor(
    private readonly root: RootDatabase,
    private readonly lock: DirectoryLock,
  ) {}

  /**
   * Opens the database in `directory`, which is made if there is none.
   *
   * @throws DatabaseUnreadable if it is damaged or not a database; its files stay as they are
   * @throws DatabaseInUse if another process, or this one, has it open
   */
  static open(directory: string): LmdbJournal {
    const lock = claim(directory);
    try {
      probe(directory);
      return new LmdbJournal(openRoot(directory), lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** What was stored when the journal was opened; later writes may not show until they are flushed. */
  *load(table: string): Generator<{ key: string; value: unknown }> {
    for (const { key, value } of this.table(table).getRange()) yield { key, value };
  }

  put(table: string, key: string, value: unknown): void {
    this.watch(this.table(table).put(key, value));
  }

  remove(table: string, key: string): void {
    this.watch(this.table(table).remove(key));
  }

  /**
   * Settles when all writes made so far are on disk.
   *
   * @throws the reason why a write failed
   */
  async flush(): Promise<void> {
    await this.root.flushed;
    if (this.failure !== undefined) throw this.failure;
  }

  /** Flushes and lets go of the directory. */
  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      await this.root.close();
      this.lock.release();
    }
  }

  private table(name: string): Database<unknown, string> {
    const known = this.tables.get(name);
    if (known) return known;
    const table = this.root.openDB<unknown, string>({ name, encoding: 'json' });
    this.tables.set(name, table);
    return table;
  }

  private watch(write: Promise<boolean>): void {
    write.catch((reason: unknown) => {
      this.failure ??= reason;
    });
  }
}

function claim(directory: string): DirectoryLock {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw new DatabaseUnreadable(directory, reasonOf(error));
  }
  return DirectoryLock.take(directory);
}

function probe(directory: string): void {
  if (!existsSync(join(directory, 'data.mdb'))) return;
  const lmdb = createRequire(join(process.cwd(), 'package.json')).resolve('lmdb');
  const { status, signal, stderr } = spawnSync(process.execPath, ['-e', READ_EVERYTHING, lmdb, directory], {
    encoding: 'utf8',
  });
  if (status === 0) return;
  const line = stderr.split('\n').find((text) => text.includes('Error') || text.includes('Assertion'));
  throw new DatabaseUnreadable(directory, line?.trim() ?? `it is damaged (${signal ?? `code ${status}`})`);
}

function openRoot(directory: string): RootDatabase {
  try {
    return open({ path: directory, maxDbs: MAXIMUM_TABLES });
  } catch (error) {
    throw new DatabaseUnreadable(directory, reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
