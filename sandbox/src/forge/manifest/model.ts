import type { ForgeSupportedLocaleCode } from '@forge/i18n';
import type { EntityDefinition } from '../storage/entities';

/** What the sandbox reads from `manifest.yml`, with every default of the platform filled in. */
export interface Manifest {
  app: {
    /** The bare id, without the `ari:cloud:ecosystem::app/` before it. */
    id: string;
    runtimeName: string;
    memoryMB: number;
  };
  /** Pages and panels: whatever is shown in the browser and may have a resolver. */
  uiModules: UiModule[];
  functions: ReadonlyMap<string, FunctionModule>;
  triggers: TriggerModule[];
  consumers: ReadonlyMap<string, ConsumerModule>;
  scheduledTriggers: ScheduledTriggerModule[];
  /** The values of issue properties that Jira is to index. */
  indexedValues: IndexedPropertyValue[];
  /** As written; the store holds them against the platform's rules. */
  entities: EntityDefinition[];
  resources: ReadonlyMap<string, Resource>;
  /** Scope name to what it allows. */
  scopes: ReadonlyMap<string, Scope>;
  /** `permissions.content` as written, for the Content Security Policy. */
  content: { styles: string[]; scripts: string[] };
  translations?: TranslationFiles;
}

/** A text as written, or the key of one in the translation files. */
export type ModuleText = string | { i18n: string };

export interface TranslationFiles {
  /** Locale to the path of its file, relative to the manifest. */
  resources: ReadonlyMap<string, string>;
  fallback: { default: ForgeSupportedLocaleCode } & {
    [locale in ForgeSupportedLocaleCode]?: ForgeSupportedLocaleCode[];
  };
}

export type UiModuleType = 'jira:adminPage' | 'jira:globalPage' | 'jira:issueContext';

export interface UiModule {
  type: UiModuleType;
  key: string;
  title: ModuleText;
  /** Key of the resource it shows. */
  resource: string;
  /** Key of the function that answers its `invoke()` calls, if it has one. */
  resolver?: string;
  /** Of issue panels: key of the function that says what is shown beside the label. */
  dynamicProperties?: string;
  label?: ModuleText;
  layout?: string;
  useAsConfig: boolean;
  useAsGetStarted: boolean;
}

export interface FunctionModule {
  key: string;
  /** The export of `src/index.ts` that is called. */
  exportName: string;
  timeoutSeconds?: number;
}

export interface TriggerModule {
  key: string;
  function: string;
  events: string[];
  ignoreSelf: boolean;
  /** Only events for which this is true are wanted. */
  expression?: string;
  onError: 'IGNORE_AND_LOG' | 'IGNORE' | 'RECEIVE_AND_LOG' | 'RECEIVE';
}

export interface ConsumerModule {
  key: string;
  queue: string;
  function: string;
}

export type Interval = 'fiveMinute' | 'hour' | 'day' | 'week';

export interface ScheduledTriggerModule {
  key: string;
  function: string;
  interval: Interval;
}

/** Forge: `jira:entityProperty`. */
export interface IndexedPropertyValue {
  propertyKey: string;
  path: string;
  type: 'number' | 'string' | 'text' | 'user' | 'date';
  searchAlias?: string;
}

export interface Resource {
  key: string;
  /** Relative to the manifest. */
  path: string;
}

export interface Scope {
  name: string;
  allowImpersonation: boolean;
}
