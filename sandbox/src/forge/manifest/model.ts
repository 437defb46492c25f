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
  /** As written; the store holds them against the platform's rules. */
  entities: EntityDefinition[];
  resources: ReadonlyMap<string, Resource>;
  /** Scope name to what it allows. */
  scopes: ReadonlyMap<string, Scope>;
  /** `permissions.content` as written, for the Content Security Policy. */
  content: { styles: string[]; scripts: string[] };
}

export type UiModuleType = 'jira:adminPage' | 'jira:globalPage' | 'jira:issueContext';

export interface UiModule {
  type: UiModuleType;
  key: string;
  title: string;
  /** Key of the resource it shows. */
  resource: string;
  /** Key of the function that answers its `invoke()` calls, if it has one. */
  resolver?: string;
  label?: string;
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

export interface Resource {
  key: string;
  /** Relative to the manifest. */
  path: string;
}

export interface Scope {
  name: string;
  allowImpersonation: boolean;
}
