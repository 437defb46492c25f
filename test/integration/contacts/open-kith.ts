import { bundleApp } from '../../../sandbox/src/forge/process/bundle';
import { type Directory, ROSTER, type User, withRoster } from '../../../sandbox/src/jira';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/src/sandbox';
import type {
  AdminFunctions,
  ContactsFunctions,
  ErrorCode,
  Group,
  IssueFunctions,
  Result,
} from '../../../src/contract';
import { plainAccount } from '../plain-account';

export const bundle = bundleApp({ entry: 'src/index.ts' });

// A machine that is busy with other suites takes its time.
jest.setTimeout(60_000);

type Functions = { [name: string]: (payload: never) => Result<unknown> };
type Answer<F extends Functions, K extends keyof F> = ReturnType<F[K]>;
type Given<F extends Functions, K extends keyof F> = Parameters<F[K]>[0];

export type NewContact = Given<ContactsFunctions, 'createContact'>['contact'];

/** Kith on a Jira site that has the roster and, if given, further accounts. Calls are made by the agent unless said otherwise. */
export class Kith {
  constructor(readonly sandbox: Sandbox) {}

  contacts<K extends keyof ContactsFunctions & string>(
    name: K,
    payload: Given<ContactsFunctions, K>,
    accountId: string = ROSTER.agent,
  ): Promise<Answer<ContactsFunctions, K>> {
    return this.call('kith-contacts', name, payload, { accountId }) as Promise<Answer<ContactsFunctions, K>>;
  }

  admin<K extends keyof AdminFunctions & string>(
    name: K,
    payload: Given<AdminFunctions, K>,
    accountId: string = ROSTER.admin,
  ): Promise<Answer<AdminFunctions, K>> {
    return this.call('kith-admin', name, payload, { accountId }) as Promise<Answer<AdminFunctions, K>>;
  }

  panel<K extends keyof IssueFunctions & string>(
    name: K,
    payload: Given<IssueFunctions, K>,
    issue: unknown,
    accountId: string = ROSTER.agent,
  ): Promise<Answer<IssueFunctions, K>> {
    const visitor = { accountId, extension: { issue } };
    return this.call('kith-issue-contact', name, payload, visitor) as Promise<Answer<IssueFunctions, K>>;
  }

  /** Any function with any payload, as a page that is not ours might call it. */
  call(
    moduleKey: string,
    name: string,
    payload: unknown,
    visitor: { accountId: string; extension?: Record<string, unknown> },
  ): Promise<unknown> {
    return this.sandbox.invoke(moduleKey, name, payload, visitor);
  }

  /** Turns user sync on and waits until its first run is over. */
  async sync(settings: Given<AdminFunctions, 'updateSettings'>['settings'] = {}): Promise<void> {
    valueIn(await this.admin('updateSettings', { settings }));
    valueIn(await this.admin('setSyncEnabled', { enabled: true }));
    await this.sandbox.settle();
  }

  async turnOff(): Promise<void> {
    valueIn(await this.admin('setSyncEnabled', { enabled: false }));
  }

  /** A group of the site, made if there is none of this name. */
  group(name: string): Group {
    const { jira } = this.sandbox;
    const found = jira.listGroups().find((group) => group.name === name) ?? jira.createGroup(name);
    return { id: found.groupId, name };
  }

  /** The only contact found for a text. */
  async find(search: string) {
    const { items } = valueIn(await this.contacts('listContacts', { search }));
    expect(items).toHaveLength(1);
    const [contact] = items;
    if (contact === undefined) throw new Error(`No contact was found for ${search}.`);
    return contact;
  }
}

export async function openKith(options: SandboxOptions = {}): Promise<Kith> {
  return new Kith(await createSandbox({ bundle, directory: { users: withRoster([]) }, ...options }));
}

/** Accounts of a directory besides the roster. */
export function directoryOf(...users: (Partial<User> & { accountId: string; displayName: string })[]): Directory {
  return { users: withRoster(users.map((user) => ({ ...plainAccount, ...user }))) };
}

export function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Not ok: ${result.error.code}: ${result.error.message}`);
  return result.value;
}

export function codeOf(result: unknown): ErrorCode | 'ok' {
  const given = result as Result<unknown>;
  return given.ok ? 'ok' : given.error.code;
}
