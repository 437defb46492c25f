import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from './results';

const folder = join('node_modules', '.cache', 'kith-bench', 'results');

/** Keeps the latest result of each part, size and system, so that the whole can be measured bit by bit. */
export function keep(result: Result): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${result.accounts}-${result.part}-${result.system}.json`), JSON.stringify(result));
}

export function keptResults(): Result[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Result);
}
