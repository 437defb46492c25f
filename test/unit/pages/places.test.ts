import { memoryHistory } from '../../../static/app/src/bridge/memory-history';
import { pathOf, type Route, routeOf } from '../../../static/app/src/contacts/routes';
import { pageOf } from '../../../static/app/src/page-of';
import { filledPage } from '../../../static/app/src/state/filled-page';
import { guardPlace, type Whereabouts } from '../../../static/app/src/state/guarded-place';

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
    ['/organizations', { page: 'organizations' }],
    ['/templates', { page: 'templates' }],
  ])('%s there and back', (path, route) => {
    expect(routeOf(path)).toEqual(route);
    expect(pathOf(route)).toBe(path);
  });

  it.each(['', 'contacts', '/contacts', '/nowhere/x', '/contacts/a/b', '/templates/x', '/organizations/x'])(
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

describe('a place that would lose something', () => {
  const open = () => {
    const history = memoryHistory('/templates');
    const told: Whereabouts[] = [];
    const place = guardPlace(
      history,
      (path) => pathOf(routeOf(path)),
      (at) => told.push(at),
    );
    return { history, place, told };
  };

  it('is left at once while there is nothing to lose', () => {
    const { history, place, told } = open();
    place.go('/companies');
    expect(told).toEqual([{ path: '/companies', moved: true }]);
    expect(history.path()).toBe('/companies');
  });

  it('asks before a link leaves it, and stays', () => {
    const { history, place } = open();
    place.setUnsaved(true);
    place.go('/companies');
    expect(place.at()).toEqual({ path: '/templates', moved: false, asked: '/companies' });
    place.stay();
    expect(place.at()).toEqual({ path: '/templates', moved: false });
    expect(history.path()).toBe('/templates');
  });

  it('asks also after the browser’s own way back, and puts the address right when the person stays', () => {
    const { history, place } = open();
    place.setUnsaved(true);
    history.push('/contacts');
    expect(place.at()).toEqual({ path: '/templates', moved: false, asked: '/' });
    place.stay();
    expect(place.at()).toEqual({ path: '/templates', moved: false });
    expect(history.path()).toBe('/templates');
  });

  it.each([
    ['a link', (at: ReturnType<typeof open>) => at.place.go('/companies')],
    ['the way back', (at: ReturnType<typeof open>) => at.history.push('/companies')],
  ])('is left when the person says so, after %s', (_, move) => {
    const opened = open();
    opened.place.setUnsaved(true);
    move(opened);
    opened.place.leave();
    expect(opened.place.at()).toEqual({ path: '/companies', moved: true });
    expect(opened.history.path()).toBe('/companies');
    opened.place.go('/');
    expect(opened.place.at()).toEqual({ path: '/', moved: true });
  });

  it('no longer asks when the person comes back by themselves', () => {
    const { history, place } = open();
    place.setUnsaved(true);
    history.push('/companies');
    history.push('/templates');
    expect(place.at()).toEqual({ path: '/templates', moved: false });
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
