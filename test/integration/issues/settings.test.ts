import { codeOf, valueIn } from '../contacts/open-kith';
import { everyStep, type Issues, noStep, openIssues, projects } from './support';

let kith: Issues;
beforeEach(async () => {
  kith = await openIssues();
});
afterEach(() => {
  kith.sandbox.expectNoProblems();
  kith.sandbox.dispose();
});

const settings = async () => valueIn(await kith.admin('getIssueSettings', {}));

it('every step is taken in every project, until an admin says otherwise', async () => {
  expect(await settings()).toEqual({ version: 0, steps: everyStep, projects: [] });
});

it('are kept, and their version grows with each change only', async () => {
  const own = { ...projects.help, steps: noStep };
  const first = await kith.steps({ ...everyStep, domain: false }, own);
  expect(first).toEqual({ version: 1, steps: { ...everyStep, domain: false }, projects: [own] });
  expect(await settings()).toEqual(first);
  expect(await kith.steps({ ...everyStep, domain: false }, own)).toEqual(first);
  expect((await kith.steps(everyStep)).version).toBe(2);
});

it('are not changed by whoever saw an older version', async () => {
  await kith.steps(noStep);
  expect(codeOf(await kith.admin('updateIssueSettings', { version: 0, steps: everyStep, projects: [] }))).toBe(
    'conflict',
  );
  expect((await settings()).steps).toEqual(noStep);
});

it('name a project once', async () => {
  const own = { ...projects.help, steps: noStep };
  expect(await kith.admin('updateIssueSettings', { version: 0, steps: everyStep, projects: [own, own] })).toMatchObject(
    {
      error: { code: 'invalid', field: 'projects.1.id' },
    },
  );
});

it('name projects by ids as Jira gives them, and by nothing else that could get into a query', async () => {
  for (const id of ['HELP', '0', '10001, 10002', '10001) OR key != ("']) {
    const own = { ...projects.help, id, steps: noStep };
    expect(await kith.admin('updateIssueSettings', { version: 0, steps: everyStep, projects: [own] })).toMatchObject({
      error: { code: 'invalid', field: 'projects.0.id' },
    });
  }
});

it('projects are found by key or name, as the admin sees them', async () => {
  const find = async (search: string) => valueIn(await kith.admin('findProjects', { search })).items;
  expect(await find('help')).toEqual([projects.help]);
  expect((await find('')).map(({ key }) => key)).toEqual(['BOARD', 'HELP', 'OPS']);
  expect(await find('nothing like it')).toEqual([]);
});
