import type { Journal } from '../journal/journal';
import type { Issue } from './issue';

const ISSUES = 'jira:issues';
const PROPERTIES = 'jira:issue-properties';

/** The issues of the site and their properties, in memory, written through to the journal. */
export class Issues {
  private readonly all: Issue[] = [];
  private readonly byId = new Map<string, Issue>();
  private readonly byKey = new Map<string, Issue>();
  private readonly properties = new Map<string, Map<string, unknown>>();

  constructor(private readonly journal: Journal) {}

  /** Takes what the journal holds. */
  restore(): void {
    const stored: Issue[] = [];
    for (const { value } of this.journal.load(ISSUES)) stored.push(value as Issue);
    for (const issue of stored.sort((a, b) => Number(a.id) - Number(b.id))) this.remember(issue);
    for (const { key, value } of this.journal.load(PROPERTIES)) {
      const slash = key.indexOf('/');
      this.propertiesOf(key.slice(0, slash)).set(key.slice(slash + 1), value);
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
    this.remember(issue);
    this.journal.put(ISSUES, issue.id, issue);
  }

  replace(issue: Issue): void {
    const current = this.byId.get(issue.id);
    if (current === undefined) throw new RangeError(`No such issue: ${issue.id}`);
    Object.assign(current, issue);
    if (issue.reporter === undefined) delete current.reporter;
    this.journal.put(ISSUES, issue.id, current);
  }

  nextId(): string {
    return String(Number(this.all.at(-1)?.id ?? 10_000) + 1);
  }

  nextKey(projectKey: string): string {
    let last = 0;
    for (const issue of this.all) {
      if (issue.projectKey === projectKey) last = Math.max(last, Number(issue.key.slice(projectKey.length + 1)));
    }
    return `${projectKey}-${last + 1}`;
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
    this.propertiesOf(issueId).set(key, structuredClone(value));
    this.journal.put(PROPERTIES, `${issueId}/${key}`, value);
  }

  removeProperty(issueId: string, key: string): void {
    this.propertiesOf(issueId).delete(key);
    this.journal.remove(PROPERTIES, `${issueId}/${key}`);
  }

  private remember(issue: Issue): void {
    this.all.push(issue);
    this.byId.set(issue.id, issue);
    this.byKey.set(issue.key, issue);
  }

  private propertiesOf(issueId: string): Map<string, unknown> {
    const known = this.properties.get(issueId);
    if (known !== undefined) return known;
    const fresh = new Map<string, unknown>();
    this.properties.set(issueId, fresh);
    return fresh;
  }
}
