import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const outdir = join('node_modules', '.cache', 'kith-bench');
buildSync({
  entryPoints: ['main', 'chapter'].map((name) => join('test', 'bench', `${name}.ts`)),
  outdir,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
const child = spawn(process.execPath, ['--expose-gc', join(outdir, 'main.cjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
