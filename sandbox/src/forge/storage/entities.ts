export type AttributeType = 'integer' | 'float' | 'string' | 'boolean' | 'any';

/** An entity as the manifest declares it under `app.storage.entities` (Forge: entities-manifest). */
export interface EntityDefinition {
  name: string;
  attributes: Record<string, { type: AttributeType }>;
  indexes?: IndexDefinition[];
}

/** A bare attribute name is an index with that name and that range. */
export type IndexDefinition = string | { name: string; partition?: string[]; range: string[] };

export interface Attribute {
  name: string;
  type: AttributeType;
}

/** An index ready for use. Without `range` it is the built-in `by-key`. */
export interface IndexSchema {
  name: string;
  partition: readonly Attribute[];
  range: Attribute | undefined;
}

export interface EntitySchema {
  name: string;
  attributes: ReadonlyMap<string, AttributeType>;
  indexes: readonly IndexSchema[];
}

export const BY_KEY = 'by-key';

export const byKey: IndexSchema = { name: BY_KEY, partition: [], range: undefined };

/** Expects a definition that `validateEntities` has accepted. */
export function schemaOf(definition: EntityDefinition): EntitySchema {
  const attributes = new Map(Object.entries(definition.attributes).map(([name, { type }]) => [name, type]));
  const attribute = (name: string): Attribute => ({ name, type: attributes.get(name) ?? 'any' });
  const indexes = (definition.indexes ?? []).map((index): IndexSchema => {
    if (typeof index === 'string') return { name: index, partition: [], range: attribute(index) };
    const [range] = index.range;
    return {
      name: index.name,
      partition: (index.partition ?? []).map(attribute),
      range: range === undefined ? undefined : attribute(range),
    };
  });
  return { name: definition.name, attributes, indexes: [byKey, ...indexes] };
}
