import type { StorageCommit } from '../../sandbox/src/forge/storage/storage';
import { Mirror, type RowChange } from './mirror';
import { PeoplesValues } from './peoples-values';
import type { Answer } from './person';
import { answerRules } from './rules-of-answers';
import { commitRules } from './rules-of-commits';
import type { StoredContact, StoredSettings } from './stored';
import type { World } from './world';

/** A run of one function of the app, as far as it has written anything. */
export interface Invocation {
  id: string;
  function: string;
  /** Of resolvers: the function that the page asked for. */
  call: string | undefined;
  /** Contacts that it created, changed or removed. */
  touched: Map<string, 'created' | 'changed' | 'removed'>;
  /** The versions that they had before. */
  versions: Map<string, unknown>;
}

/** One commit, while it is looked at: the mirror already shows what came of it. */
export interface Commit {
  at: number;
  by: Invocation | undefined;
  changes: RowChange[];
}

/** A call of a page, from question to answer. */
export interface PageCall {
  functionKey: string;
  payload: unknown;
  /** The revision of the state when it began. */
  stateRev: number;
  /** The commits before it began. */
  commits: number;
}

/** A promise of the design was broken. */
export class Broken extends Error {
  override name = 'Broken';
}

/** Looks at every commit at the moment at which it happens, and at every answer. */
export class Watcher {
  readonly mirror = new Mirror();
  readonly people = new PeoplesValues();
  /** All settings that ever held, with the moment from which they did. */
  readonly settings: { from: number; settings: StoredSettings }[] = [];
  /** Which invocation claimed the hop that a run is in. */
  readonly hopOwners = new Map<string, string>();
  /** Which accounts a contact has ever been linked to. */
  readonly everLinked = new Map<string, Set<string>>();
  /** The number of the commit by which a contact last changed. */
  readonly lastChanges = new Map<string, number>();
  /** Writes so far, by entity. */
  readonly writes = new Map<string, number>();
  commits = 0;
  private readonly invocations = new Map<string, Invocation>();
  private lastEnded = new Map<string, Invocation>();
  private waiting: StorageCommit[] = [];
  private broken: Broken | undefined;

  constructor(readonly world: World) {
    const { storage, forge } = world.sandbox;
    storage.onCommit((commit) => this.waiting.push(commit));
    forge.activity.listen((activity) => {
      if (activity.kind === 'storage') this.look(this.invocations.get(activity.invocation));
      if (activity.kind === 'fault') world.log(`fault ${activity.fault} ${activity.detail ?? ''}`);
      if (activity.kind !== 'invocation') return;
      if (activity.outcome === 'started') {
        const { id, function: name, call } = activity;
        this.invocations.set(id, { id, function: name, call, touched: new Map(), versions: new Map() });
        return;
      }
      world.log(`${activity.id.slice(0, 6)} ${activity.function} ${activity.outcome} ${activity.error ?? ''}`);
      const ended = this.invocations.get(activity.id);
      this.invocations.delete(activity.id);
      if (ended?.call !== undefined) this.lastEnded.set(ended.call, ended);
    });
  }

  contacts(): StoredContact[] {
    return this.mirror.contacts().sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  callBegins(functionKey: string, payload: unknown): PageCall {
    return { functionKey, payload, stateRev: this.mirror.state?.rev ?? 0, commits: this.commits };
  }

  callEnds(call: PageCall, answer: Answer): void {
    const by = this.lastEnded.get(call.functionKey);
    this.attempt(() => {
      for (const rule of answerRules) rule({ call, answer, by, watcher: this });
    });
  }

  /** @throws Broken, once something is. */
  failIfBroken(): void {
    if (this.broken !== undefined) throw this.broken;
  }

  private look(by: Invocation | undefined): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const { at, changes } of waiting) {
      const commit: Commit = { at, by, changes: this.mirror.apply({ at, path: '', changes }) };
      if (commit.changes.length === 0) continue;
      this.commits++;
      this.world.log(
        `${by?.id.slice(0, 6)} ${by?.call ?? by?.function} writes ${commit.changes.map(brief).join('; ')}`,
      );
      this.remember(commit);
      this.attempt(() => {
        for (const rule of commitRules) rule(commit, this);
      });
      this.people.note(commit);
    }
  }

  private remember({ at, by, changes }: Commit): void {
    for (const { entity, key, before, after } of changes) {
      this.writes.set(entity, (this.writes.get(entity) ?? 0) + 1);
      if (entity === 'jira-user' && after?.kind === 'link') {
        const contactId = String(after.contactId);
        this.everLinked.set(contactId, (this.everLinked.get(contactId) ?? new Set()).add(key));
      }
      if (entity === 'contact') this.lastChanges.set(key, this.commits);
      if (entity === 'contact') by?.versions.set(key, by.versions.get(key) ?? before?.version);
      if (entity === 'contact') by?.touched.set(key, before === undefined ? 'created' : after ? 'changed' : 'removed');
      if (entity === 'sync-state' && key === 'state' && after !== undefined) {
        this.settings.push({ from: at, settings: after.settings as StoredSettings });
      }
    }
  }

  private attempt(check: () => void): void {
    try {
      check();
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      this.world.log(`BROKEN ${error.message}`);
      this.broken ??= error;
    }
  }
}

function brief({ entity, key, before, after }: RowChange): string {
  if (after === undefined) return `-${entity} ${key.slice(-6)}`;
  const differing = Object.entries(after).filter(
    ([name, value]) => !dull.has(name) && JSON.stringify(before?.[name]) !== JSON.stringify(value),
  );
  const lost = Object.keys(before ?? {}).filter((name) => !(name in after));
  const members = differing.map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `${entity} ${key.slice(-6)} {${[...members, ...lost.map((name) => `no ${name}`)].join(' ')}}`;
}

const dull = new Set([
  'rev',
  'decision',
  'nameKey',
  'lastWordKey',
  'emailKey',
  'changeKey',
  'updatedAt',
  'digests',
  'dueKey',
]);
