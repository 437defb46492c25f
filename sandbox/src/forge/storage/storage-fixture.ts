import { Chance } from '../../chance/chance';
import { VirtualClock } from '../../clock/virtual-clock';
import { forgetfulJournal, type Journal } from '../../journal/journal';
import type { StorageOptions } from './choices';
import type { EntityDefinition } from './entities';
import { isRecord, type JsonObject } from './requests';
import { Storage } from './storage';

/** What a call came to: the status, and the parsed body if there is one. */
export interface Called {
  status: number;
  body: JsonObject;
}

export const START = Date.UTC(2026, 0, 1);

export const people: EntityDefinition = {
  name: 'person',
  attributes: {
    name: { type: 'string' },
    team: { type: 'string' },
    age: { type: 'integer' },
    height: { type: 'float' },
    active: { type: 'boolean' },
    extra: { type: 'any' },
  },
  indexes: [
    'name',
    { name: 'by-age', range: ['age'] },
    { name: 'by-team', partition: ['team'], range: ['name'] },
    { name: 'by-team-and-state', partition: ['team', 'active'], range: ['age'] },
  ],
};

export const pets: EntityDefinition = { name: 'pet', attributes: { name: { type: 'string' } }, indexes: ['name'] };

/** A storage for specs, with the entities `person` and `pet`. */
export class StorageFixture {
  readonly clock = new VirtualClock(START);
  readonly storage: Storage;

  constructor(options: Partial<StorageOptions> = {}, journal: Journal = forgetfulJournal) {
    this.storage = new Storage({
      clock: this.clock,
      chance: new Chance(7),
      journal,
      entities: [people, pets],
      options,
    });
  }

  call(path: string, body: unknown): Called {
    const { status, text } = this.storage.handle(`/api/v1/${path}`, JSON.stringify(body));
    const parsed: unknown = text === undefined ? {} : JSON.parse(text);
    return { status, body: isRecord(parsed) ? parsed : {} };
  }

  /** `204`, or status and code such as `409 KEY_CONFLICT`. */
  outcome(path: string, body: unknown): string {
    const { status, body: answer } = this.call(path, body);
    return typeof answer.code === 'string' ? `${status} ${answer.code}` : `${status}`;
  }

  person(key: string, value: JsonObject): string {
    return this.outcome('entity/set', { entityName: 'person', key, value });
  }

  /** The keys that a query of `person` gives, and the cursor if there is one. */
  query(parameters: JsonObject): { keys: string[]; cursor: string | undefined } {
    return keysOf(this.call('entity/query', { entityName: 'person', ...parameters }));
  }

  /** The value of a plain key, undefined without one. */
  value(key: string): unknown {
    return this.call('get', { key }).body.value;
  }
}

export function keysOf({ status, body }: Called): { keys: string[]; cursor: string | undefined } {
  if (status !== 200) throw new Error(`${status} ${String(body.code)}`);
  const data = Array.isArray(body.data) ? (body.data as { key: string }[]) : [];
  return { keys: data.map(({ key }) => key), cursor: typeof body.cursor === 'string' ? body.cursor : undefined };
}
