import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { inRoot } from './paths.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

const require = createRequire(import.meta.url);
const common = ['package-lock.json', 'tsconfig.base.json', 'scripts/lib/builds.mjs'];

/** What is built, from what, and how. `outputs` must exist for a build to count as fresh. */
const builds = [
  {
    name: "the app's pages",
    stamp: 'pages',
    inputs: ['static/app', 'src/contract', 'locales/en-US.json'],
    outputs: ['static/app/dist/index.html'],
    build: () => vite('static/app'),
  },
  {
    name: 'the site',
    stamp: 'site',
    inputs: ['sandbox/site', 'sandbox/src/web/api-types.ts', 'static/app/src/platform', 'sandbox/package.json'],
    outputs: ['sandbox/site/dist/index.html'],
    build: () => vite('sandbox/site'),
  },
  {
    name: 'the sandbox',
    stamp: 'sandbox',
    inputs: ['sandbox/src', 'sandbox/site/src/frame', 'sandbox/package.json'],
    outputs: ['sandbox/dist/main.cjs', 'sandbox/dist/frame/bridge.js', 'sandbox/dist/frame/theme.css'],
    build: bundleSandbox,
  },
];

async function vite(folder) {
  const command = join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');
  const { code, output } = await run(process.execPath, [command, 'build', '--logLevel', 'warn'], {
    cwd: inRoot(folder),
    quiet: true,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Error(output);
}

async function bundleSandbox() {
  const esbuild = await import('esbuild');
  const options = { bundle: true, logLevel: 'silent', sourcemap: true, legalComments: 'none' };
  await esbuild.build({
    ...options,
    entryPoints: [inRoot('sandbox/src/main.ts')],
    outfile: inRoot('sandbox/dist/main.cjs'),
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
  });
  await esbuild.build({
    ...options,
    entryPoints: [inRoot('sandbox/site/src/frame/bridge.ts')],
    outdir: inRoot('sandbox/dist/frame'),
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    minify: true,
  });
  writeFileSync(inRoot('sandbox/dist/frame/theme.css'), themeSheet());
}

/** The style sheet that `view.theme.enable()` brings into a frame: the tokens of both colour modes. */
function themeSheet() {
  const folder = join(dirname(require.resolve('@atlaskit/tokens/package.json')), 'dist', 'cjs', 'artifacts', 'themes');
  return ['light', 'dark', 'spacing', 'typography', 'shape', 'motion']
    .map((theme) => require(join(folder, `atlassian-${theme}.js`)).default)
    .join('\n');
}

const stampFile = (build) => inRoot('.kith', 'built', build.stamp);

function isFresh(build, inputs) {
  const file = stampFile(build);
  return (
    build.outputs.every((path) => existsSync(inRoot(path))) && existsSync(file) && readFileSync(file, 'utf8') === inputs
  );
}

/** Builds whatever is missing or older than its sources. */
export async function buildWhatIsStale() {
  for (const build of builds) {
    const inputs = fingerprint([...common, ...build.inputs]);
    if (isFresh(build, inputs)) continue;
    console.log(`Building ${build.name} …`);
    try {
      await build.build();
    } catch (error) {
      throw new Problem(`Building ${build.name} failed, so nothing was started:\n\n${error?.message ?? error}`);
    }
    const file = stampFile(build);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, inputs);
  }
}
