/**
 * Where the sandbox keeps what must survive a restart. Its parts hold their data in memory and write each change through;
 * on start they read their table back. Values are JSON values.
 */
export interface Journal {
  load(table: string): Iterable<{ key: string; value: unknown }>;
  put(table: string, key: string, value: unknown): void;
  remove(table: string, key: string): void;
}

/** For tests: nothing is kept. */
export const forgetfulJournal: Journal = {
  load: () => [],
  put: () => undefined,
  remove: () => undefined,
};
