import { memoryHistory } from '../../../static/app/src/bridge/memory-history';
import { pathOf, type Route, routeOf } from '../../../static/app/src/contacts/routes';
import { pageOf } from '../../../static/app/src/page-of';
import { filledPage } from '../../../static/app/src/state/filled-page';

describe('which page a module shows', () => {
  it('follows the module key', () => {
    expect(pageOf('kith-admin', 'jira:adminPage')).toBe('admin');
    expect(pageOf('kith-configure')).toBe('admin');
    expect(pageOf('kith-contacts')).toBe('contacts');
    expect(pageOf('kith-issue-contact')).toBe('issue');
  });

  it('follows the kind of module when the key is not known, and else shows none', () => {
    expect(pageOf('renamed', 'jira:issueContext')).toBe('issue');
    expect(pageOf('renamed')).toBeUndefined();
    expect(pageOf('constructor', 'toString')).toBeUndefined();
  });
});

describe('places within the contacts page', () => {
  it.each<[string, Route]>([
    ['/', { page: 'contacts' }],
    ['/contacts/c-1', { page: 'contact', id: 'c-1' }],
    ['/contacts/a%2Fb%20c', { page: 'contact', id: 'a/b c' }],
    ['/companies', { page: 'companies' }],
    ['/companies/co-1', { page: 'company', id: 'co-1' }],
    ['/templates', { page: 'templates' }],
  ])('%s there and back', (path, route) => {
    expect(routeOf(path)).toEqual(route);
    expect(pathOf(route)).toBe(path);
  });

  it.each(['', 'contacts', '/contacts', '/nowhere/x', '/contacts/a/b', '/templates/x'])(
    '%j is the list of contacts',
    (path) => {
      expect(routeOf(path)).toEqual({ page: 'contacts' });
    },
  );

  it('survive a path that is not well formed', () => {
    expect(routeOf('/contacts/%E0%A4%A')).toEqual({ page: 'contact', id: '%E0%A4%A' });
  });

  it('are told to whoever listens, until they stop', () => {
    const history = memoryHistory();
    const heard: string[] = [];
    const stop = history.listen(() => heard.push(history.path()));
    history.push('/companies');
    stop();
    history.push('/');
    expect(heard).toEqual(['/companies']);
    expect(history.path()).toBe('/');
  });
});

describe('empty pages in the middle of a list', () => {
  const pages: Record<string, { items: string[]; cursor?: string }> = {
    start: { items: [], cursor: 'two' },
    two: { items: [], cursor: 'three' },
    three: { items: ['Ada'], cursor: 'four' },
    four: { items: [] },
  };
  const read = (cursor: string | undefined) => Promise.resolve(pages[cursor ?? 'start'] ?? { items: [] });

  it('are read over', async () => {
    expect(await filledPage(read, undefined)).toEqual({ items: ['Ada'], cursor: 'four' });
  });

  it('at the end are the end', async () => {
    expect(await filledPage(read, 'four')).toEqual({ items: [] });
  });

  it('are not followed for ever', async () => {
    let reads = 0;
    const endless = () => {
      reads += 1;
      return Promise.resolve({ items: [], cursor: 'again' });
    };
    expect(await filledPage(endless, undefined)).toEqual({ items: [], cursor: 'again' });
    expect(reads).toBe(20);
  });
});
