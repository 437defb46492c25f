import { posix } from 'node:path';
import { type Import, readImports } from './read-imports';

/** A module: its path from the root of the repository, and its code. */
export interface Module {
  path: string;
  text: string;
}

/** Which folders of `src` each of them may import; of those in `typesOnly`, nothing but types. */
const layers: Record<string, { may: string[]; typesOnly?: string[] }> = {
  'src/index.ts': { may: ['entry'] },
  entry: { may: ['entry', 'sync', 'crm', 'store', 'jira', 'domain', 'contract'] },
  sync: { may: ['sync', 'store', 'jira', 'domain', 'contract'] },
  crm: { may: ['crm', 'store', 'jira', 'domain', 'contract'] },
  store: { may: ['store', 'domain', 'contract'] },
  jira: { may: ['jira', 'domain', 'contract'] },
  contract: { may: ['contract'], typesOnly: ['domain'] },
  domain: { may: ['domain'] },
};

/** What is wrong with the imports of these modules: `importer → imported`, with the reason. */
export function brokenRules(modules: readonly Module[]): string[] {
  return modules.flatMap(({ path, text }) =>
    readImports(path, text).flatMap((found) => {
      const reason = whyNot(path, found);
      return reason === undefined ? [] : [`${path} → ${found.specifier}: ${reason}`];
    }),
  );
}

function whyNot(path: string, { specifier, typeOnly }: Import): string | undefined {
  const from = path.split('/')[0];
  const target = targetOf(path, specifier);
  const to = target?.split('/')[0];
  if (from === 'src') {
    if (to === 'sandbox' || specifier.startsWith('@kith/')) return 'the app does not know the sandbox';
    if (to === 'static') return 'the app does not know its pages';
    return target === undefined ? packageInLayer(path) : layerRule(path, target, typeOnly);
  }
  if (from === 'sandbox' && to === 'src') return 'the sandbox knows the app through its manifest only';
  if (from === 'sandbox' && to === 'static') return 'the sandbox knows the pages through the manifest only';
  if (from === 'static' && to === 'sandbox') return 'the pages do not know the sandbox';
  if (from === 'static' && to === 'src' && layerOf(target ?? '') !== 'contract') return 'pages see the contract only';
  return undefined;
}

function packageInLayer(path: string): string | undefined {
  return layerOf(path) === 'domain' ? 'the domain is pure' : undefined;
}

function layerRule(path: string, target: string, typeOnly: boolean): string | undefined {
  const layer = layerOf(path);
  const rule = layers[layer];
  if (rule === undefined) return `the folder ${layer} has no rule`;
  const other = layerOf(target);
  if (rule.may.includes(other)) return undefined;
  if (rule.typesOnly?.includes(other)) return typeOnly ? undefined : `${layer} takes nothing but types from ${other}`;
  return `${layer} does not import ${other}`;
}

/** `src/sync/tick.ts` and the folder `src/sync` are the layer `sync`; a file in `src` itself is a layer of its own. */
function layerOf(path: string): string {
  const [, name = '', inside] = path.split('/');
  return inside !== undefined || name in layers ? name : path;
}

/** The path from the root of what a relative import names; undefined for packages. */
function targetOf(path: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined;
}
