import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { AppBundle } from '../../sandbox/src/forge/process/bundle';

/** A deliberate change of one source file: each text, which must occur exactly once, is replaced by another. */
export interface Edit {
  file: string;
  replace: readonly (readonly [find: string, by: string])[];
}

/** Pages of Jira's list that a small directory fills several of. Otherwise the app is as it is. */
export const smallPages: Edit = {
  file: 'src/jira/read-accounts.ts',
  replace: [['export const usersPerPage = 1000;', 'export const usersPerPage = 10;']],
};

/**
 * Bundles the app with edits.
 *
 * @throws Error when a text that is to be replaced does not occur exactly once
 */
export async function buildApp(edits: readonly Edit[]): Promise<AppBundle> {
  const sources = new Map<string, string>();
  for (const { file, replace } of edits) {
    const path = resolve(file);
    let text = sources.get(path) ?? readFileSync(path, 'utf8');
    for (const [find, by] of replace) {
      const times = text.split(find).length - 1;
      if (times !== 1) throw new Error(`${file} has the text to be replaced ${times} times instead of once:\n${find}`);
      text = text.replace(find, () => by);
    }
    sources.set(path, text);
  }
  const result = await build({
    entryPoints: [join('src', 'index.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
    supported: { 'dynamic-import': false },
    plugins: [
      {
        name: 'edits',
        setup: ({ onLoad }) => {
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const contents = sources.get(path);
            return contents === undefined ? undefined : { contents, loader: 'ts' };
          });
        },
      },
    ],
  });
  return new AppBundle(result.outputFiles[0]?.text ?? '');
}
