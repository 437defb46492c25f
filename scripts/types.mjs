import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Checks the types of all four projects, two at a time. */
const projects = ['tsconfig.json', 'static/app/tsconfig.json', 'sandbox/tsconfig.json', 'sandbox/site/tsconfig.json'];
const atOnce = 2;
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript')), 'tsc.js');

const check = (project) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [compiler, '--noEmit', '-p', project], { stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code === 0));
  });

const waiting = [...projects];
let isSound = true;
const work = async () => {
  for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
    if (!(await check(project))) isSound = false;
  }
};
await Promise.all(Array.from({ length: atOnce }, work));
process.exitCode = isSound ? 0 : 1;
