import type { BulkOutcome, ChosenRecord, Contact } from '../../../src/contract';
import { CallError } from '../../../static/app/src/bridge/call-error';
import { byReason, runInChunks, withNewVersions, worthRetrying } from '../../../static/app/src/contacts/bulk-run';
import { everyContact, listedBy, mayOrder, orderOf } from '../../../static/app/src/contacts/contact-filter';
import { type ChosenContact, keepOnly, nobody, pageTick, withTicks } from '../../../static/app/src/contacts/selection';
import { pagesOfList } from '../../../static/app/src/state/use-cursor-pages';

const chosen = (count: number): ChosenContact[] =>
  Array.from({ length: count }, (_, index) => ({ id: `c-${index}`, version: 1, name: `N ${index}`, synced: false }));

const contact = (id: string, version = 1): Contact => ({
  id,
  version,
  name: id,
  synced: false,
  fields: {},
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
});

const allDone = async (part: ChosenRecord[]): Promise<BulkOutcome> => ({ changed: part.length, failed: [] });
const quietly = { onProgress: () => undefined, stopped: () => false };

describe('changing many contacts', () => {
  it('goes a hundred at a time, and says how far it is', async () => {
    const sizes: number[] = [];
    const progress: number[] = [];
    const result = await runInChunks(chosen(250), {
      act: (part) => {
        sizes.push(part.length);
        return allDone(part);
      },
      onProgress: (done) => progress.push(done),
      stopped: () => false,
    });
    expect(sizes).toEqual([100, 100, 50]);
    expect(progress).toEqual([100, 200, 250]);
    expect(result).toEqual({ changed: 250, failed: [] });
  });

  it('names those for which it could not be done, with the reason', async () => {
    const [first, second, third] = chosen(3);
    const result = await runInChunks(chosen(3), {
      ...quietly,
      act: async () => ({
        changed: 1,
        failed: [
          { id: 'c-0', code: 'locked', message: '' },
          { id: 'c-2', code: 'conflict', message: '' },
        ],
      }),
    });
    expect(result.changed).toBe(1);
    expect(byReason(result.failed)).toEqual([
      { reason: 'locked', contacts: [first] },
      { reason: 'conflict', contacts: [third] },
    ]);
    expect(worthRetrying(result.failed).map(({ contact: { id } }) => id)).toEqual(['c-2']);
    expect(second?.id).toBe('c-1');
  });

  it('ends at the first hundred that could not be done at all, and counts the rest as not tried', async () => {
    const { changed, failed } = await runInChunks(chosen(250), {
      ...quietly,
      act: (part) =>
        part[0]?.id === 'c-100' ? Promise.reject(new CallError({ code: 'rate-limited', message: '' })) : allDone(part),
    });
    expect(changed).toBe(100);
    expect(byReason(failed).map(({ reason, contacts }) => [reason, contacts.length])).toEqual([
      ['rate-limited', 100],
      ['not-tried', 50],
    ]);
    expect(worthRetrying(failed)).toHaveLength(150);
  });

  it('ends when the person wants no more of it', async () => {
    let calls = 0;
    const { changed, failed } = await runInChunks(chosen(150), {
      act: (part) => {
        calls += 1;
        return allDone(part);
      },
      onProgress: () => undefined,
      stopped: () => calls > 0,
    });
    expect([changed, failed.length]).toEqual([100, 50]);
  });

  it('tries those again that were changed meanwhile, as they are now', async () => {
    const [one, two] = chosen(2);
    if (one === undefined || two === undefined) throw new Error('There are two.');
    const fresh = await withNewVersions(
      [
        { contact: one, reason: 'conflict' },
        { contact: two, reason: 'rate-limited' },
      ],
      async () => 7,
    );
    expect(fresh.map(({ version }) => version)).toEqual([7, 1]);
  });
});

describe('the selection', () => {
  const page = [contact('a'), contact('b')];

  it('survives turning pages', () => {
    const selection = withTicks(withTicks(nobody, page, true), [contact('c')], true);
    expect([...selection.keys()]).toEqual(['a', 'b', 'c']);
    expect(pageTick(selection, page)).toBe('all');
    expect(pageTick(selection, [contact('c'), contact('d')])).toBe('some');
    expect(pageTick(selection, [contact('d')])).toBe('none');
    expect([...withTicks(selection, page, false).keys()]).toEqual(['c']);
  });

  it('holds afterwards those for which it could not be done', () => {
    expect([...keepOnly(withTicks(nobody, page, true), ['b', 'gone']).keys()]).toEqual(['b']);
  });
});

describe('the order of contacts', () => {
  it('is by name while searching, and for one company', () => {
    const filter = { search: '', kind: 'all', order: 'changed', company: null } as const;
    expect(orderOf(filter)).toBe('changed');
    expect(orderOf({ ...filter, search: 'a' })).toBe('name');
    expect(mayOrder({ search: ' ', company: { value: 'co-1', label: 'Engine Works' } })).toBe(false);
  });
});

describe('the pages of a list', () => {
  it('belong to what is asked for, not to what is being typed', () => {
    const typing = { ...everyContact, search: 'ada', order: 'changed' } as const;
    expect(listedBy(typing, '')).toEqual({ search: '', kind: 'all', order: 'changed' });
    expect(listedBy(typing, 'ada')).toEqual({ search: 'ada', kind: 'all', order: 'name' });
    expect(
      listedBy({ ...everyContact, kind: 'synced', company: { value: 'co-1', label: 'Engine Works' } }, ''),
    ).toEqual({
      search: '',
      kind: 'synced',
      order: 'name',
      companyId: 'co-1',
    });
  });

  it('start over at the first one whenever something else is listed, also when a search is cleared', () => {
    const third = { list: 'all', cursors: ['2', '3'] };
    expect(pagesOfList(third, 'all')).toBe(third);
    const searched = pagesOfList(third, 'ada');
    expect(searched).toEqual({ list: 'ada', cursors: [] });
    expect(pagesOfList(searched, 'all')).toEqual({ list: 'all', cursors: [] });
  });
});
