import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Assignment } from './chapter';
import type { Measured } from './scenarios';

const heapMegabytes = 4_096;

/** Plays a chapter in a Node process of its own. @throws Error when it fails */
export function playInOwnProcess(assignment: Assignment, onMeasured: (measured: Measured) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(join(__dirname, 'chapter.cjs'), {
      execArgv: ['--expose-gc', `--max-old-space-size=${heapMegabytes}`, ...process.execArgv],
    });
    child.on('message', (message) => onMeasured(message as Measured));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${assignment.system} with ${assignment.accounts} accounts failed.`));
    });
    child.send(assignment);
  });
}
