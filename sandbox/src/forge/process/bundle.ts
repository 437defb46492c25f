import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Script } from 'node:vm';
import { buildSync } from 'esbuild';

/** An app's code, compiled once and evaluated anew in each of its processes. */
export class AppBundle {
  private script: Script | undefined;

  constructor(
    readonly code: string,
    private readonly cachedData?: Buffer,
  ) {}

  /** A script whose value is `(exports, require, module) => void`. */
  compiled(): Script {
    this.script ??= new Script(`(function (exports, require, module) {${this.code}\n})`, {
      filename: 'app.js',
      ...(this.cachedData && { cachedData: this.cachedData }),
    });
    return this.script;
  }
}

export interface BundleOptions {
  /** Path of the module whose exports are the app's handlers. */
  entry: string;
  /** Where the result is kept for the next caller; by default under `node_modules/.cache` of the working directory. */
  outfile?: string;
}

interface Stamp {
  inputs: Record<string, string>;
}

const bundles = new Map<string, AppBundle>();

/**
 * Bundles an app with everything it imports, `@forge/*` included and unmodified. A bundle whose sources have kept their size
 * and modification time is taken from the file it was written to, so that several Node processes build it once.
 *
 * @throws Error of esbuild when the code does not compile.
 */
export function bundleApp({ entry, outfile }: BundleOptions): AppBundle {
  const source = resolve(entry);
  const name = createHash('sha256').update(source).digest('hex').slice(0, 16);
  const target = outfile ?? join(process.cwd(), 'node_modules', '.cache', 'forge-sandbox', `${name}.js`);
  if (isFresh(target)) {
    const code = readFileSync(target, 'utf8');
    return remember(target, code, cachedDataOf(target));
  }
  const result = buildSync({ ...buildSettings, entryPoints: [source], metafile: true });
  const code = result.outputFiles[0]?.text ?? '';
  const bundle = remember(target, code, undefined);
  const inputs = Object.fromEntries(
    Object.keys(result.metafile.inputs)
      .filter((path) => !path.startsWith('<'))
      .map((path) => [resolve(path), stampOf(path) ?? '']),
  );
  mkdirSync(dirname(target), { recursive: true });
  replaceFile(target, code);
  replaceFile(dataFile(target), bundle.compiled().createCachedData());
  replaceFile(stampFile(target), JSON.stringify({ inputs } satisfies Stamp));
  return bundle;
}

/** Bundles code that stands in a string, for instance a small app in a test; `resolveDir` is where its imports are looked up. */
export function bundleCode(contents: string, resolveDir: string): AppBundle {
  const key = `${resolveDir}\0${contents}`;
  const known = bundles.get(key);
  if (known !== undefined) return known;
  const result = buildSync({ ...buildSettings, stdin: { contents, resolveDir, loader: 'ts' } });
  const bundle = new AppBundle(result.outputFiles[0]?.text ?? '');
  bundles.set(key, bundle);
  return bundle;
}

const buildSettings = {
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'silent',
  minifySyntax: true,
  // Scripts evaluated in a context of their own have no import(); require does the same for built-in modules.
  supported: { 'dynamic-import': false },
} as const;

function remember(target: string, code: string, cachedData: Buffer | undefined): AppBundle {
  const known = bundles.get(target);
  if (known?.code === code) return known;
  const bundle = new AppBundle(code, cachedData);
  bundles.set(target, bundle);
  return bundle;
}

const stampFile = (target: string): string => `${target}.inputs.json`;
const dataFile = (target: string): string => `${target}.v8-${process.version}`;

function stampOf(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && `${stats.mtimeMs}:${stats.size}`;
}

function isFresh(target: string): boolean {
  if (stampOf(target) === undefined || stampOf(stampFile(target)) === undefined) return false;
  const { inputs } = JSON.parse(readFileSync(stampFile(target), 'utf8')) as Stamp;
  return Object.entries(inputs).every(([path, stamp]) => stampOf(path) === stamp);
}

function cachedDataOf(target: string): Buffer | undefined {
  return stampOf(dataFile(target)) === undefined ? undefined : readFileSync(dataFile(target));
}

/** Other Node processes may read the file at any moment: they see the old one or the new one, never half of it. */
function replaceFile(path: string, content: string | Buffer): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}
