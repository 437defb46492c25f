import { VirtualClock } from '../../clock/virtual-clock';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { bundleCode } from '../process/bundle';

const manifest = `
modules:
  jira:globalPage:
    - { key: page, title: Page, resource: pages, resolver: { function: resolver } }
  trigger:
    - { key: users, function: on-event, events: ['avi:jira:created:user', 'avi:jira:updated:user', 'avi:jira:deleted:user'] }
    - { key: issues, function: on-event, events: ['avi:jira:created:issue'], filter: { ignoreSelf: true } }
    - { key: lifecycle, function: on-event, events: ['avi:forge:installed:app', 'avi:forge:upgraded:app'] }
  consumer:
    - { key: work-consumer, queue: work, function: consumer }
    - { key: long-consumer, queue: long, function: long-consumer }
  scheduledTrigger:
    - { key: often, function: scheduled, interval: fiveMinute }
    - { key: hourly, function: scheduled, interval: hour }
  function:
    - { key: resolver, handler: index.resolver }
    - { key: on-event, handler: index.onEvent }
    - { key: consumer, handler: index.consumer }
    - { key: long-consumer, handler: index.consumer, timeoutSeconds: 900 }
    - { key: scheduled, handler: index.scheduled }
resources:
  - { key: pages, path: static }
permissions:
  scopes: [read:jira-user, read:jira-work, storage:app, report:personal-data]
app:
  id: ari:cloud:ecosystem::app/2f0d8a5e-5c35-4c35-8e25-3a0f6a0e7b11
  runtime: { name: nodejs22.x }
  storage:
    entities:
      - name: thing
        attributes: { name: { type: string } }
        indexes: [name]
`;

const prologue = `
  import Resolver from '@forge/resolver';
  import { asApp, asUser, requestJira, route, privacy, getAppContext } from '@forge/api';
  import { kvs, WhereConditions } from '@forge/kvs';
  import { Queue, InvocationError } from '@forge/events';
  const none = async () => undefined;
  void [Resolver, asApp, asUser, requestJira, route, privacy, getAppContext, kvs, WhereConditions, Queue, InvocationError];
`;

const handlers = ['resolver', 'onEvent', 'consumer', 'scheduled'] as const;

/** The exports of an app: TypeScript expressions, each a handler; `head` stands before them. Absent handlers do nothing. */
export type AppSource = Partial<Record<(typeof handlers)[number] | 'head', string>>;

/** A sandbox with a tiny app that uses Forge's real packages. `edit` changes its manifest. */
export async function fixtureSandbox(
  source: AppSource,
  options: SandboxOptions & { edit?: (manifest: string) => string } = {},
): Promise<Sandbox> {
  const { edit = (text: string) => text, ...rest } = options;
  const exports = handlers.map((name) => `export const ${name} = ${source[name] ?? 'none'};`);
  const code = [prologue, source.head ?? '', ...exports].join('\n');
  return createSandbox({
    clock: new VirtualClock(),
    ...rest,
    manifest: edit(manifest),
    bundle: bundleCode(code, process.cwd()),
  });
}

/** A resolver with one function `go`, whose body is given. */
export function go(body: string): string {
  return `new Resolver().define('go', async ({ payload, context }) => { ${body} }).getDefinitions()`;
}

export const admin = { accountId: 'admin' };

export function callGo(sandbox: Sandbox, payload: unknown = {}): Promise<unknown> {
  return sandbox.invoke('page', 'go', payload, admin);
}
