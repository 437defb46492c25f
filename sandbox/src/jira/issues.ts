import type { Journal } from '../journal/journal';
import type { IndexedValue } from './indexed-property';
import type { Issue } from './issue';
import { IssueIndex } from './issue-index';

const ISSUES = 'jira:issues';
const PROPERTIES = 'jira:issue-properties';
const NO_PROPERTIES: ReadonlyMap<string, unknown> = new Map();

/** What a change is about to alter; absent `issue`: it is not there yet. */
export interface Before {
  issue?: Issue;
  properties: ReadonlyMap<string, unknown>;
}

/** The issues of the site and their properties, in memory, written through to the journal. */
export class Issues {
  /** Called before each change to an issue or its properties. */
  onChange: (issueId: string, before: Before) => void = () => undefined;
  readonly index: IssueIndex;
  private readonly all: Issue[] = [];
  private readonly byId = new Map<string, Issue>();
  private readonly byKey = new Map<string, Issue>();
  private readonly lastNumbers = new Map<string, number>();
  private readonly properties = new Map<string, Map<string, unknown>>();

  constructor(
    private readonly journal: Journal,
    indexed: readonly IndexedValue[] = [],
  ) {
    this.index = new IssueIndex(indexed);
  }

  /** Takes what the journal holds. */
  restore(): void {
    const stored: Issue[] = [];
    for (const { value } of this.journal.load(ISSUES)) stored.push(value as Issue);
    for (const issue of stored.sort((a, b) => Number(a.id) - Number(b.id))) this.remember(issue);
    for (const { key, value } of this.journal.load(PROPERTIES)) {
      const slash = key.indexOf('/');
      this.putProperty(key.slice(0, slash), key.slice(slash + 1), value);
    }
  }

  get size(): number {
    return this.all.length;
  }

  /** By creation, oldest first. */
  list(): readonly Issue[] {
    return this.all;
  }

  find(idOrKey: string): Issue | undefined {
    return this.byId.get(idOrKey) ?? this.byKey.get(idOrKey.toUpperCase());
  }

  add(issue: Issue): void {
    this.onChange(issue.id, { properties: NO_PROPERTIES });
    this.remember(issue);
    this.journal.put(ISSUES, issue.id, issue);
  }

  replace(issue: Issue): void {
    const current = this.byId.get(issue.id);
    if (current === undefined) throw new RangeError(`No such issue: ${issue.id}`);
    this.onChange(issue.id, { issue: { ...current }, properties: new Map(this.propertiesOf(issue.id)) });
    this.index.moveReporter(issue.id, current.reporter, issue.reporter);
    Object.assign(current, issue);
    if (issue.reporter === undefined) delete current.reporter;
    this.journal.put(ISSUES, issue.id, current);
  }

  nextId(): string {
    return String(Number(this.all.at(-1)?.id ?? 10_000) + 1);
  }

  nextKey(projectKey: string): string {
    return `${projectKey}-${(this.lastNumbers.get(projectKey) ?? 0) + 1}`;
  }

  propertiesOf(issueId: string): ReadonlyMap<string, unknown> {
    return this.properties.get(issueId) ?? NO_PROPERTIES;
  }

  propertyKeys(issueId: string): string[] {
    return [...this.propertiesOf(issueId).keys()].sort();
  }

  hasProperty(issueId: string, key: string): boolean {
    return this.propertiesOf(issueId).has(key);
  }

  property(issueId: string, key: string): unknown {
    return structuredClone(this.propertiesOf(issueId).get(key));
  }

  setProperty(issueId: string, key: string, value: unknown): void {
    this.propertyChanges(issueId);
    this.putProperty(issueId, key, structuredClone(value));
    this.journal.put(PROPERTIES, `${issueId}/${key}`, value);
  }

  removeProperty(issueId: string, key: string): void {
    this.propertyChanges(issueId);
    this.index.setProperty(issueId, key, this.propertiesOf(issueId).get(key), undefined);
    const own = this.properties.get(issueId);
    own?.delete(key);
    if (own?.size === 0) this.properties.delete(issueId);
    this.journal.remove(PROPERTIES, `${issueId}/${key}`);
  }

  private propertyChanges(issueId: string): void {
    const issue = this.byId.get(issueId);
    if (issue === undefined) throw new RangeError(`No such issue: ${issueId}`);
    this.onChange(issueId, { issue: { ...issue }, properties: new Map(this.propertiesOf(issueId)) });
  }

  private putProperty(issueId: string, key: string, value: unknown): void {
    const own = this.properties.get(issueId) ?? new Map<string, unknown>();
    this.index.setProperty(issueId, key, own.get(key), value);
    own.set(key, value);
    this.properties.set(issueId, own);
  }

  private remember(issue: Issue): void {
    this.all.push(issue);
    this.byId.set(issue.id, issue);
    this.byKey.set(issue.key, issue);
    const dash = issue.key.lastIndexOf('-');
    const project = issue.key.slice(0, dash);
    const number = Number(issue.key.slice(dash + 1));
    this.lastNumbers.set(project, Math.max(number, this.lastNumbers.get(project) ?? 0));
    this.index.moveReporter(issue.id, undefined, issue.reporter);
  }
}
