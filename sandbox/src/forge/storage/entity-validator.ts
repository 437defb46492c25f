import { BY_KEY, type EntityDefinition, type IndexDefinition } from './entities';
import { EntitiesInvalid, refuse, type StorageRefusal } from './errors';
import { limits } from './limits';

// As the schema of @forge/manifest has them.
const ENTITY_NAME = /^(?![_.-])(?!.*\.{2})[a-z0-9:\-_.]*(?<![.])$/;
const ATTRIBUTE_NAME = /^[a-zA-Z][a-zA-Z0-9_]*$/;
const TYPES = new Set(['integer', 'float', 'string', 'boolean', 'any']);

/** Why Forge would not take this as an entity name, if so (Forge: entities-errorhandling). */
export function entityNameRefusal(name: string): StorageRefusal | undefined {
  if (name.length < limits.entityNameShortest) {
    return refuse('ENTITY_TYPE_TOO_SHORT', `An entity name has at least ${limits.entityNameShortest} characters.`);
  }
  if (name.length > limits.entityNameLongest) {
    return refuse('ENTITY_TYPE_TOO_LARGE', `An entity name has at most ${limits.entityNameLongest} characters.`);
  }
  if (!ENTITY_NAME.test(name)) return refuse('INVALID_ENTITY_TYPE', `An entity name matches ${ENTITY_NAME.source}.`);
  return undefined;
}

/**
 * Holds the entities of a manifest against the platform's rules (Forge: entities-manifest, limits-kvs-ce). Two index names
 * that are the same, and `any` in an index, pass `forge lint` and fail later; they are refused here.
 *
 * @throws EntitiesInvalid naming every problem
 */
export function validateEntities(definitions: readonly EntityDefinition[]): void {
  const problems = entitiesProblems(definitions);
  if (problems.length > 0) throw new EntitiesInvalid(problems);
}

function entitiesProblems(definitions: readonly EntityDefinition[]): string[] {
  const problems = definitions.flatMap(entityProblems);
  if (definitions.length > limits.entities) {
    problems.push(`There are ${definitions.length} entities; at most ${limits.entities} are allowed.`);
  }
  for (const name of repeated(definitions.map(({ name }) => name)))
    problems.push(`The entity ${name} is declared twice.`);
  return problems;
}

function entityProblems(definition: EntityDefinition): string[] {
  const { name, attributes, indexes = [] } = definition;
  const problems: string[] = [];
  const refusal = entityNameRefusal(name);
  if (refusal) problems.push(`Entity ${name}: ${refusal.message}`);
  const names = Object.keys(attributes);
  if (names.length > limits.attributes) {
    problems.push(`Entity ${name} has ${names.length} attributes; at most ${limits.attributes} are allowed.`);
  }
  for (const [attribute, { type }] of Object.entries(attributes)) {
    if (!ATTRIBUTE_NAME.test(attribute) || attribute.length > limits.attributeNameLongest) {
      problems.push(
        `Entity ${name}: the attribute name "${attribute}" is not a letter and then letters, digits or _, at most ${limits.attributeNameLongest}.`,
      );
    }
    if (!TYPES.has(type))
      problems.push(`Entity ${name}: the attribute ${attribute} has the unknown type ${String(type)}.`);
  }
  if (indexes.length > limits.indexes) {
    problems.push(`Entity ${name} has ${indexes.length} indexes; at most ${limits.indexes} are allowed.`);
  }
  for (const index of indexes) problems.push(...indexProblems(definition, index));
  for (const index of repeated(indexes.map(nameOf)))
    problems.push(`Entity ${name}: the index name ${index} is used twice.`);
  return problems;
}

function indexProblems(entity: EntityDefinition, index: IndexDefinition): string[] {
  const name = nameOf(index);
  const where = `Entity ${entity.name}, index ${name}:`;
  const problems: string[] = [];
  const used = typeof index === 'string' ? [index] : [...(index.partition ?? []), ...index.range];
  if (typeof index !== 'string') {
    if (name.length < limits.indexNameShortest || name.length > limits.indexNameLongest || /\s/.test(name)) {
      problems.push(
        `${where} a name has ${limits.indexNameShortest} to ${limits.indexNameLongest} characters and no blanks.`,
      );
    }
    if (index.range.length !== 1) problems.push(`${where} the range has exactly one attribute.`);
    if (index.partition?.length === 0) problems.push(`${where} a partition has at least one attribute.`);
  }
  if (name === BY_KEY) problems.push(`${where} the name ${BY_KEY} is reserved.`);
  for (const attribute of used) {
    const type = Object.hasOwn(entity.attributes, attribute) ? entity.attributes[attribute]?.type : undefined;
    if (type === undefined) problems.push(`${where} there is no attribute ${attribute}.`);
    if (type === 'any') problems.push(`${where} the attribute ${attribute} has the type any, which no index can hold.`);
  }
  return problems;
}

function nameOf(index: IndexDefinition): string {
  return typeof index === 'string' ? index : index.name;
}

function repeated(names: readonly string[]): Set<string> {
  return new Set(names.filter((name, position) => names.indexOf(name) !== position));
}
