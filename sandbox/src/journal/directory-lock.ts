import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseInUse } from './database-errors';

const heldHere = new Set<string>();

/** A claim on a directory by this process, kept in a file that names the process. A dead process loses its claim. */
export class DirectoryLock {
  private constructor(
    private readonly directory: string,
    private readonly file: string,
  ) {}

  /** @throws DatabaseInUse while another claim stands */
  static take(path: string): DirectoryLock {
    const directory = realpathSync(path);
    const file = join(directory, 'owner.pid');
    for (;;) {
      const holder = holderOf(file);
      if (holder !== undefined && isAlive(holder, directory)) throw new DatabaseInUse(path, holder.pid);
      if (holder !== undefined) rmSync(file, { force: true });
      if (created(file)) {
        heldHere.add(directory);
        return new DirectoryLock(directory, file);
      }
    }
  }

  release(): void {
    heldHere.delete(this.directory);
    rmSync(this.file, { force: true });
  }
}

interface Holder {
  pid: number;
  startedAt: string;
}

function created(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid} ${startOf(process.pid)}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(file: string): Holder | undefined {
  try {
    const [pid = '', startedAt = ''] = readFileSync(file, 'utf8').trim().split(' ');
    return { pid: Number(pid), startedAt };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive({ pid, startedAt }: Holder, directory: string): boolean {
  if (pid === process.pid) return heldHere.has(directory);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  // A number may since have gone to another process, which then began at another time.
  return startOf(pid) === startedAt;
}

/** When a process began, as Linux tells it; empty elsewhere. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return '';
  }
}

/** The code of a system error. Not by `instanceof`: under Jest such errors come from another realm. */
function codeOf(error: unknown): string | undefined {
  const holder = typeof error === 'object' && error !== null && 'code' in error ? error : undefined;
  return typeof holder?.code === 'string' ? holder.code : undefined;
}
