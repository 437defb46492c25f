import { type IndexedValue, indexedValues } from './indexed-property';

/** Finds issues by what searches ask most: who reported them, and the property values that an app has indexed. */
export class IssueIndex {
  private readonly byReporter = new Map<string, Set<string>>();
  /** By place of a value, then by value, the ids of issues. */
  private readonly byValue = new Map<string, Map<string | number, Set<string>>>();

  constructor(private readonly indexed: readonly IndexedValue[]) {}

  /** The value that JQL calls by this name, in any case. */
  alias(name: string): IndexedValue | undefined {
    return this.indexed.find(({ searchAlias }) => searchAlias?.toLowerCase() === name.toLowerCase());
  }

  at(propertyKey: string, path: string): IndexedValue | undefined {
    return this.indexed.find((value) => value.propertyKey === propertyKey && value.path === path);
  }

  ofReporter(accountId: string): ReadonlySet<string> {
    return this.byReporter.get(accountId) ?? new Set();
  }

  withValue(value: IndexedValue, wanted: string | number): ReadonlySet<string> {
    return this.byValue.get(placeOf(value))?.get(wanted) ?? new Set();
  }

  moveReporter(issueId: string, from: string | undefined, to: string | undefined): void {
    if (from === to) return;
    if (from !== undefined) take(this.byReporter, from, issueId);
    if (to !== undefined) put(this.byReporter, to, issueId);
  }

  /** `undefined`: the property is not set. */
  setProperty(issueId: string, key: string, from: unknown, to: unknown): void {
    for (const value of this.indexed) {
      if (value.propertyKey !== key) continue;
      const place = placeOf(value);
      const ids = this.byValue.get(place) ?? new Map<string | number, Set<string>>();
      this.byValue.set(place, ids);
      for (const old of indexedValues(value, from)) take(ids, old, issueId);
      for (const fresh of indexedValues(value, to)) put(ids, fresh, issueId);
    }
  }
}

const placeOf = ({ propertyKey, path }: IndexedValue): string => JSON.stringify([propertyKey, path]);

function put<K>(map: Map<K, Set<string>>, key: K, id: string): void {
  const ids = map.get(key) ?? new Set<string>();
  map.set(key, ids.add(id));
}

function take<K>(map: Map<K, Set<string>>, key: K, id: string): void {
  const ids = map.get(key);
  ids?.delete(id);
  if (ids?.size === 0) map.delete(key);
}
