import type { Journal } from '../journal/journal';
import { decideOrigin, rememberOrigin } from './site-origin';

const options = { root: '/kith', data: '/kith/.kith/data', port: 4710, fresh: false };

function journalWith(...entries: [table: string, key: string, value: unknown][]): Journal {
  const rows = [...entries];
  return {
    load: (table) => rows.filter((row) => row[0] === table).map(([, key, value]) => ({ key, value })),
    put: (table, key, value) => void rows.push([table, key, value]),
    remove: () => undefined,
  };
}

const saved = (origin: { users: number } | { directory: string }): Journal => {
  const journal = journalWith(['jira:users', 'a', {}]);
  rememberOrigin(journal, origin);
  return journal;
};

test('a first start makes a site of 2,500 users', () => {
  expect(decideOrigin(journalWith(), options)).toEqual({ origin: { users: 2_500 }, isNew: true });
});

test('a later start goes on with the saved site, also when the same one is asked for again', () => {
  expect(decideOrigin(saved({ users: 50 }), options)).toEqual({ origin: { users: 50 }, isNew: false });
  expect(decideOrigin(saved({ users: 50 }), { ...options, users: 50 }).isNew).toBe(false);
});

test.each([{ users: 100_000 }, { directory: '/other.csv' }])(
  'asking for %j while another site is saved is refused, with the way out',
  (asked) => {
    expect(() => decideOrigin(saved({ users: 50 }), { ...options, ...asked })).toThrow(/--fresh/);
  },
);

test('a first start that was interrupted is not taken for a complete site', () => {
  expect(() => decideOrigin(journalWith(['jira:users', 'a', {}]), options)).toThrow(/interrupted/);
});
