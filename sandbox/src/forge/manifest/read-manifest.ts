import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type * as z from 'zod';
import { knownEvents } from '../events/known-events';
import { parseExpression } from '../expressions/parse';
import { ExpressionError } from '../expressions/tokens';
import { manifestLimits } from '../limits';
import type { EntityDefinition } from '../storage/entities';
import type {
  FunctionModule,
  IndexedPropertyValue,
  Manifest,
  Scope,
  TriggerModule,
  UiModule,
  UiModuleType,
} from './model';
import { type ManifestFile, manifestSchema } from './schema';
import { toTranslations, translationProblems } from './translation-files';

/** The manifest asks for something that production refuses, or that the sandbox has not built; `problems` names each. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';

  constructor(readonly problems: string[]) {
    super(`The sandbox cannot run this manifest:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

const uiModuleTypes: readonly UiModuleType[] = ['jira:adminPage', 'jira:globalPage', 'jira:issueContext'];
const defaultMemoryMB = 512;

/** The manifest that was read last: one process may open hundreds of sandboxes with the same. */
let last: { yaml: string; manifest: Manifest } | undefined;

/** @throws ManifestError; and whatever reading the file throws. */
export function readManifest(path: string): Manifest {
  const yaml = readFileSync(path, 'utf8');
  if (last?.yaml !== yaml) last = { yaml, manifest: parseManifest(yaml) };
  return last.manifest;
}

/** @throws ManifestError */
export function parseManifest(yaml: string): Manifest {
  const parsed = manifestSchema.safeParse(parse(yaml));
  if (!parsed.success) throw new ManifestError(parsed.error.issues.flatMap(describeIssue));
  const manifest = toModel(parsed.data);
  const problems = [
    ...referenceProblems(manifest),
    ...duplicateKeys(parsed.data),
    ...entityPropertyProblems(parsed.data, manifest),
    ...translationProblems(parsed.data),
  ];
  if (problems.length > 0) throw new ManifestError(problems);
  return manifest;
}

function describeIssue(issue: z.core.$ZodIssue): string[] {
  const where = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [`${where || 'manifest'}: ${issue.message}`];
  return issue.keys.map((key) =>
    where === 'modules' ? `module type '${key}' is not built` : `'${where ? `${where}.` : ''}${key}' is not built`,
  );
}

function toModel(file: ManifestFile): Manifest {
  const { modules, app } = file;
  return {
    app: {
      id: app.id.replace(/^ari:cloud:ecosystem::app\//, ''),
      runtimeName: app.runtime.name,
      memoryMB: app.runtime.memoryMB ?? defaultMemoryMB,
    },
    uiModules: uiModuleTypes.flatMap((type) => (modules[type] ?? []).map((module) => toUiModule(type, module))),
    functions: new Map((modules.function ?? []).map((entry) => [entry.key, toFunction(entry)])),
    triggers: (modules.trigger ?? []).map(({ filter, ...trigger }) => ({
      ...trigger,
      ignoreSelf: filter?.ignoreSelf ?? false,
      ...(filter?.expression !== undefined && { expression: filter.expression }),
      onError: filter?.onError ?? 'IGNORE_AND_LOG',
    })),
    consumers: new Map((modules.consumer ?? []).map((consumer) => [consumer.queue, consumer])),
    scheduledTriggers: modules.scheduledTrigger ?? [],
    indexedValues: (modules['jira:entityProperty'] ?? []).flatMap(toIndexedValues),
    entities: (app.storage?.entities ?? []).map(toEntity),
    resources: new Map((file.resources ?? []).map((resource) => [resource.key, resource])),
    scopes: toScopes(file.permissions?.scopes ?? []),
    content: {
      styles: file.permissions?.content?.styles ?? [],
      scripts: file.permissions?.content?.scripts ?? [],
    },
    ...(file.translations && { translations: toTranslations(file.translations) }),
  };
}

type UiModuleFile = NonNullable<ManifestFile['modules']['jira:issueContext']>[number];

function toUiModule(type: UiModuleType, module: UiModuleFile): UiModule {
  return {
    type,
    key: module.key,
    title: module.title,
    resource: module.resource,
    ...(module.resolver && { resolver: module.resolver.function }),
    ...(module.dynamicProperties && { dynamicProperties: module.dynamicProperties.function }),
    ...(module.label !== undefined && { label: module.label }),
    ...(module.layout !== undefined && { layout: module.layout }),
    useAsConfig: module.useAsConfig ?? false,
    useAsGetStarted: module.useAsGetStarted ?? false,
  };
}

type EntityPropertyFile = NonNullable<ManifestFile['modules']['jira:entityProperty']>[number];

function toIndexedValues({ propertyKey, values }: EntityPropertyFile): IndexedPropertyValue[] {
  return values.map(({ path, type, searchAlias }) => ({
    propertyKey,
    path,
    type,
    ...(searchAlias !== undefined && { searchAlias }),
  }));
}

type EntityFile = NonNullable<NonNullable<ManifestFile['app']['storage']>['entities']>[number];

function toEntity({ name, attributes, indexes }: EntityFile): EntityDefinition {
  return {
    name,
    attributes,
    indexes: (indexes ?? []).map((index) =>
      typeof index === 'string'
        ? index
        : { name: index.name, range: index.range, ...(index.partition && { partition: index.partition }) },
    ),
  };
}

type FunctionFile = NonNullable<ManifestFile['modules']['function']>[number];

function toFunction({ key, handler, timeoutSeconds }: FunctionFile): FunctionModule {
  const exportName = handler.slice(handler.indexOf('.') + 1);
  return { key, exportName, ...(timeoutSeconds !== undefined && { timeoutSeconds }) };
}

function toScopes(scopes: NonNullable<NonNullable<ManifestFile['permissions']>['scopes']>): Map<string, Scope> {
  const entries: Scope[] = Array.isArray(scopes)
    ? scopes.map((name) => ({ name, allowImpersonation: false }))
    : Object.entries(scopes).map(([name, { allowImpersonation }]) => ({
        name,
        allowImpersonation: allowImpersonation ?? false,
      }));
  return new Map(entries.map((scope) => [scope.name, scope]));
}

function referenceProblems(manifest: Manifest): string[] {
  const problems: string[] = [];
  const mustExist = (user: string, key: string | undefined): void => {
    if (key !== undefined && !manifest.functions.has(key)) problems.push(`${user} names the unknown function '${key}'`);
  };
  for (const module of manifest.uiModules) {
    mustExist(`module '${module.key}'`, module.resolver);
    mustExist(`module '${module.key}'`, module.dynamicProperties);
    if (!manifest.resources.has(module.resource)) {
      problems.push(`module '${module.key}' names the unknown resource '${module.resource}'`);
    }
  }
  for (const trigger of manifest.triggers) {
    mustExist(`trigger '${trigger.key}'`, trigger.function);
    problems.push(...expressionProblems(trigger));
    for (const event of trigger.events) {
      if (!knownEvents.has(event)) problems.push(`trigger '${trigger.key}': event '${event}' is not built`);
    }
  }
  for (const consumer of manifest.consumers.values()) mustExist(`consumer '${consumer.key}'`, consumer.function);
  for (const schedule of manifest.scheduledTriggers) mustExist(`schedule '${schedule.key}'`, schedule.function);
  if (manifest.scheduledTriggers.filter(({ interval }) => interval === 'fiveMinute').length > 1) {
    problems.push('at most one scheduledTrigger may have the interval fiveMinute');
  }
  return [...problems, ...timeoutProblems(manifest)];
}

function expressionProblems({ key, expression }: TriggerModule): string[] {
  if (expression === undefined) return [];
  try {
    parseExpression(expression);
    return [];
  } catch (error) {
    if (error instanceof ExpressionError) return [`the expression of trigger '${key}': ${error.message}`];
    throw error;
  }
}

/** Forge: a function's `timeoutSeconds` only makes sense where every module that uses it allows a long run. */
function timeoutProblems(manifest: Manifest): string[] {
  const short = new Set<string>();
  for (const { resolver, dynamicProperties } of manifest.uiModules) {
    for (const key of [resolver, dynamicProperties]) if (key !== undefined) short.add(key);
  }
  for (const trigger of manifest.triggers) short.add(trigger.function);
  return [...manifest.functions.values()]
    .filter(({ key, timeoutSeconds }) => timeoutSeconds !== undefined && short.has(key))
    .map(({ key }) => `function '${key}' has timeoutSeconds and is used by a resolver or trigger`);
}

function entityPropertyProblems({ modules }: ManifestFile, { indexedValues }: Manifest): string[] {
  const declared = modules['jira:entityProperty'] ?? [];
  const problems = declared
    .filter(({ entityType = 'issue' }) => entityType !== 'issue')
    .map(({ key, entityType }) => `entityProperty '${key}': entityType '${entityType}' is not built`);
  if (indexedValues.length > manifestLimits.indexedValues) {
    problems.push(`the modules jira:entityProperty have more than ${manifestLimits.indexedValues} values together`);
  }
  const aliases = indexedValues.flatMap(({ searchAlias }) => searchAlias?.toLowerCase() ?? []);
  const twice = aliases.filter((alias, at) => aliases.indexOf(alias) !== at);
  return [...problems, ...twice.map((alias) => `the search alias '${alias}' is used twice`)];
}

function duplicateKeys({ modules }: ManifestFile): string[] {
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const [type, entries] of Object.entries(modules)) {
    for (const { key } of entries ?? []) {
      const name = type === 'function' ? `function ${key}` : key;
      if (seen.has(name)) problems.push(`module key '${key}' is used twice`);
      seen.add(name);
    }
  }
  const queues = (modules.consumer ?? []).map(({ queue }) => queue);
  if (new Set(queues).size < queues.length) problems.push('two consumers read the same queue');
  return problems;
}
