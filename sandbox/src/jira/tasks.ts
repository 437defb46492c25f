import type { Clock } from '../clock/clock';
import type { Journal } from '../journal/journal';
import { bulkWriteResult, TASK_MS_PER_ISSUE, TASK_SLICE, TASK_START_MS } from './choices';
import type { Identity } from './identity';
import { TASK_LIFETIME_MS } from './limits';

/** What a task does to the properties of one issue. */
export interface PropertyChange {
  issueId: string;
  set?: Record<string, unknown>;
  remove?: string[];
}

export interface TaskOrder {
  description: string;
  /** On whose behalf, and the account that may look at it. */
  identity: Identity;
  owner: string;
  changes: PropertyChange[];
  /** All of them, or none. */
  transactional: boolean;
}

export interface Task extends TaskOrder {
  id: string;
  status: 'ENQUEUED' | 'RUNNING' | 'COMPLETE' | 'FAILED';
  /** Milliseconds since 1970 UTC. */
  submitted: number;
  started?: number;
  finished?: number;
  lastUpdate: number;
  /** Of the changes: how many are dealt with. */
  done: number;
  result?: unknown;
}

/** Why the change cannot be made; undefined: it can. */
type Refusal = (change: PropertyChange, identity: Identity) => string | undefined;

const TASKS = 'jira:tasks';
const FIRST_ID = 10_100;

/** Work that Jira does after it has answered. Source: Jira REST v3, "Asynchronous operations". */
export class Tasks {
  private readonly all = new Map<string, Task>();
  private readonly running = new Set<string>();
  private readonly waiting = new Set<() => void>();
  private readonly failures = new Map<string, Record<string, string>>();
  private readonly written = new Map<string, string[]>();
  private lastId = FIRST_ID;

  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly refuses: Refusal,
    private readonly apply: (change: PropertyChange) => void,
  ) {}

  /** Takes what the journal holds. A task that was not done begins again: writing a value twice changes nothing. */
  restore(): void {
    for (const { value } of this.journal.load(TASKS)) {
      const task = value as Task;
      this.all.set(task.id, task);
      this.lastId = Math.max(this.lastId, Number(task.id));
      if (task.finished === undefined) this.begin({ ...task, status: 'ENQUEUED', done: 0 });
    }
  }

  /** The task, while Jira keeps it. */
  find(id: string): Task | undefined {
    const task = this.all.get(id);
    if (task?.finished === undefined || task.finished + TASK_LIFETIME_MS > this.clock.now()) return task;
    this.all.delete(id);
    this.journal.remove(TASKS, id);
    return undefined;
  }

  submit(order: TaskOrder): Task {
    this.lastId += 1;
    const now = this.clock.now();
    const id = String(this.lastId);
    const task: Task = { ...order, id, status: 'ENQUEUED', submitted: now, lastUpdate: now, done: 0 };
    this.journal.put(TASKS, id, task);
    this.begin(task);
    return task;
  }

  /** Resolves once no task is under way. */
  whenIdle(): Promise<void> {
    if (this.running.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.waiting.add(resolve));
  }

  private begin(task: Task): void {
    this.all.set(task.id, task);
    this.running.add(task.id);
    this.failures.set(task.id, {});
    this.written.set(task.id, []);
    this.clock.setTimer(() => {
      task.status = 'RUNNING';
      task.started = this.clock.now();
      this.nextSlice(task);
    }, TASK_START_MS);
  }

  private nextSlice(task: Task): void {
    task.lastUpdate = this.clock.now();
    const left = task.changes.length - task.done;
    if (left === 0) {
      this.finish(task);
      return;
    }
    const size = task.transactional ? left : Math.min(left, TASK_SLICE);
    this.clock.setTimer(() => {
      const slice = task.changes.slice(task.done, task.done + size);
      if (task.transactional) this.applyTogether(task, slice);
      else for (const change of slice) this.applyOne(task, change);
      task.done += size;
      this.nextSlice(task);
    }, size * TASK_MS_PER_ISSUE);
  }

  private applyTogether(task: Task, changes: readonly PropertyChange[]): void {
    for (const change of changes) this.noteRefusal(task, change);
    if (Object.keys(this.failures.get(task.id) ?? {}).length > 0) return;
    for (const change of changes) this.applyOne(task, change);
  }

  private applyOne(task: Task, change: PropertyChange): void {
    if (this.noteRefusal(task, change)) return;
    this.apply(change);
    this.written.get(task.id)?.push(change.issueId);
  }

  private noteRefusal(task: Task, change: PropertyChange): boolean {
    const refusal = this.refuses(change, task.identity);
    const failures = this.failures.get(task.id);
    if (refusal !== undefined && failures !== undefined) failures[change.issueId] = refusal;
    return refusal !== undefined;
  }

  private finish(task: Task): void {
    const failed = this.failures.get(task.id) ?? {};
    task.finished = this.clock.now();
    task.status = task.transactional && Object.keys(failed).length > 0 ? 'FAILED' : 'COMPLETE';
    task.result = bulkWriteResult(this.written.get(task.id) ?? [], failed);
    // What was to be written is in place, and would be most of what is kept.
    this.journal.put(TASKS, task.id, { ...task, changes: [] });
    task.changes = [];
    this.failures.delete(task.id);
    this.written.delete(task.id);
    this.running.delete(task.id);
    if (this.running.size > 0) return;
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
