import { StorageFixture } from './storage-fixture';

let at: StorageFixture;

beforeEach(() => {
  at = new StorageFixture();
});

const names = (lag: number): string[] => {
  at.storage.queryLag = () => lag;
  const data = at.call('entity/query', { entityName: 'person', indexName: 'name' }).body.data;
  return (data as { value: { name: string } }[]).map(({ value }) => value.name);
};

test('without lag a query sees every write', () => {
  at.person('1', { name: 'Ada' });
  expect(names(0)).toEqual(['Ada']);
});

test('a lagging query sees places and values as they were, a get sees them as they are', async () => {
  at.person('1', { name: 'Ada', age: 1 });
  at.person('2', { name: 'Bo' });
  await at.clock.advance(1000);
  at.person('1', { name: 'Zoe', age: 1 });
  at.call('entity/delete', { entityName: 'person', key: '2' });
  at.person('3', { name: 'Cy' });
  await at.clock.advance(1000);
  expect(names(0)).toEqual(['Cy', 'Zoe']);
  expect(names(1000)).toEqual(['Cy', 'Zoe']);
  expect(names(1001)).toEqual(['Ada', 'Bo']);
  expect(names(2001)).toEqual([]);
  expect(at.call('entity/get', { entityName: 'person', key: '1' }).body.value).toEqual({ name: 'Zoe', age: 1 });
});

test('a value that keeps its place is seen as it was', async () => {
  const age = (lag: number) => {
    at.storage.queryLag = () => lag;
    const data = at.call('entity/query', { entityName: 'person', indexName: 'name' }).body.data;
    return (data as { value: { age: number } }[]).map(({ value }) => value.age);
  };
  for (const value of [1, 2, 3]) {
    at.person('1', { name: 'Ada', age: value });
    await at.clock.advance(100);
  }
  expect([age(0), age(100), age(101), age(201), age(301)]).toEqual([[3], [3], [2], [1], []]);
});

test('the plain query lags too, batch gets and conditions do not', async () => {
  await at.clock.advance(1000);
  at.call('set', { key: 'k', value: 1 });
  at.person('1', { name: 'Ada' });
  at.storage.queryLag = () => 500;
  expect(at.call('query', {}).body.data).toEqual([]);
  expect(at.call('batch/get', [{ key: 'k' }]).body.successfulKeys).toEqual([{ key: 'k', value: 1 }]);
  const conditions = { and: [{ property: 'name', condition: 'EQUAL_TO', values: ['Ada'] }] };
  expect(at.outcome('transaction', { check: [{ entityName: 'person', key: '1', conditions }] })).toBe('204');
});

test('the lag is drawn for each query', async () => {
  await at.clock.advance(1000);
  at.call('set', { key: 'k', value: 1 });
  const lags = [500, 0, 500];
  at.storage.queryLag = () => lags.shift() ?? 0;
  const seen = [1, 2, 3].map(() => (at.call('query', {}).body.data as unknown[]).length);
  expect(seen).toEqual([0, 1, 0]);
});

test('a lag beyond the history that is kept fails loudly', () => {
  at.storage.queryLag = () => 60_001;
  expect(() => at.call('query', {})).toThrow(RangeError);
});

test('whatever the schedule, a query sees the index as it was at that moment', async () => {
  at = new StorageFixture({ maximumQueryLagMs: 1000 });
  const past: { at: number; names: string[] }[] = [];
  const now = new Map<string, string>();
  // A fixed walk through writes and deletes of five keys that reach all orders of change.
  for (let step = 0; step < 400; step++) {
    const key = `${(step * 7) % 5}`;
    if (step % 3 === 2) {
      at.call('entity/delete', { entityName: 'person', key });
      now.delete(key);
    } else {
      const name = `N${(step * step) % 11}`;
      at.person(key, { name });
      now.set(key, name);
    }
    past.push({ at: at.clock.now(), names: [...now.values()].sort() });
    await at.clock.advance((step * 13) % 90);
    const lag = (step * 101) % 1001;
    const then = past.findLast((moment) => moment.at <= at.clock.now() - lag);
    expect(names(lag)).toEqual(then?.names ?? []);
  }
});
