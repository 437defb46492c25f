export type IndexedType = 'number' | 'string' | 'text' | 'user' | 'date';

/** One value of an issue property that an app has asked Jira to index. Source: Forge, `jira:entityProperty`. */
export interface IndexedValue {
  propertyKey: string;
  /** Names of members, joined by dots. */
  path: string;
  type: IndexedType;
  /** The name of the field in JQL. */
  searchAlias?: string;
}

/**
 * What the index holds of a property's value at a path, by the type it was declared with: values of another type are not
 * indexed, and a list counts with each of its elements. Dates are milliseconds since 1970 UTC.
 */
export function indexedValues({ path, type }: IndexedValue, value: unknown): (string | number)[] {
  let found: unknown = value;
  for (const name of namesOf(path)) {
    if (typeof found !== 'object' || found === null || Array.isArray(found) || !Object.hasOwn(found, name)) return [];
    found = (found as Record<string, unknown>)[name];
  }
  const elements: unknown[] = Array.isArray(found) ? found : [found];
  return elements.flatMap((element) => indexed(type, element));
}

const splitPaths = new Map<string, readonly string[]>();

/** A search asks this for each issue that it looks at. */
function namesOf(path: string): readonly string[] {
  const known = splitPaths.get(path) ?? path.split('.');
  splitPaths.set(path, known);
  return known;
}

function indexed(type: IndexedType, value: unknown): (string | number)[] {
  if (type === 'number') return typeof value === 'number' ? [value] : [];
  if (typeof value !== 'string' || value === '') return [];
  if (type !== 'date') return [value];
  const moment = dateOf(value);
  return moment === undefined ? [] : [moment];
}

/** `2021-05-15`, `2021-05-15T13:44:11Z` or with an offset; undefined: no date. */
export function dateOf(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/.test(text)) return undefined;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : moment;
}
