import { GROUPS, ROSTER } from '../../../sandbox/src/jira';
import type { Access, Group, Right } from '../../../src/contract';
import { codeOf, type Kith, openKith, valueIn } from '../contacts/open-kith';

let kith: Kith;
beforeEach(async () => {
  kith = await openKith();
});
afterEach(() => {
  kith.sandbox.expectNoProblems();
  kith.sandbox.dispose();
});

const everyone = { everyone: true } as const;
const only = (...groups: Group[]) => ({ everyone: false as const, groups });
const first: Access['holders'] = {
  see: everyone,
  edit: everyone,
  delete: everyone,
  import: only(),
  export: only(),
  configure: only(),
};

async function give(holders: Partial<Access['holders']>): Promise<Access> {
  const access = valueIn(await kith.admin('getAccess', {}));
  return valueIn(
    await kith.admin('updateAccess', { version: access.version, holders: { ...access.holders, ...holders } }),
  );
}

const rightsOf = async (accountId: string): Promise<Right[]> => {
  const rights = valueIn(await kith.contacts('getMyRights', {}, accountId));
  return (Object.keys(rights) as Right[]).filter((right) => rights[right]);
};
const createAs = async (accountId: string) =>
  codeOf(await kith.contacts('createContact', { contact: { name: 'A' } }, accountId));
const listAs = async (accountId: string) => codeOf(await kith.contacts('listContacts', {}, accountId));

describe('access', () => {
  it('lets licensed users see, edit and delete at first, and Jira admins do everything', async () => {
    expect(valueIn(await kith.admin('getAccess', {}))).toEqual({ version: 0, holders: first });
    expect(await rightsOf(ROSTER.agent)).toEqual(['see', 'edit', 'delete']);
    expect(await rightsOf(ROSTER.admin)).toEqual(['see', 'edit', 'delete', 'import', 'export', 'configure']);
  });

  it('grows by a version with each change, and with nothing else', async () => {
    const agents = kith.group(GROUPS.agents);
    expect(await give({ edit: only(agents) })).toEqual({ version: 1, holders: { ...first, edit: only(agents) } });
    expect((await give({ edit: only(agents, agents) })).version).toBe(1);
    const late = await kith.admin('updateAccess', { version: 0, holders: first });
    expect(codeOf(late)).toBe('conflict');
  });

  it('names groups as Jira does, and takes none that Jira does not have', async () => {
    const { id } = kith.group(GROUPS.agents);
    const { holders } = await give({ edit: only({ id, name: 'The best' }) });
    expect(holders.edit).toEqual(only({ id, name: GROUPS.agents }));
    const unknown = { ...holders, see: only({ id, name: 'x' }, { id: 'none', name: 'None' }) };
    expect(await kith.admin('updateAccess', { version: 1, holders: unknown })).toMatchObject({
      error: { code: 'invalid', field: 'holders.see.groups.1.id' },
    });
  });

  it('has all rights said, and at most 50 groups for each', async () => {
    const { configure: _, ...rest } = first;
    const incomplete = { version: 0, holders: rest };
    expect(await kith.call('kith-admin', 'updateAccess', incomplete, { accountId: ROSTER.admin })).toMatchObject({
      error: { code: 'invalid', field: 'holders.configure' },
    });
    const many = Array.from({ length: 51 }, (_, at) => ({ id: `${at}`, name: `${at}` }));
    expect(await kith.admin('updateAccess', { version: 0, holders: { ...first, see: only(...many) } })).toMatchObject({
      error: { code: 'invalid', field: 'holders.see.groups' },
    });
  });
});

describe('a right of a group', () => {
  it('is its members’ alone, and lets them see', async () => {
    await give({ see: only(), edit: only(kith.group(GROUPS.agents)), delete: only() });
    expect(await rightsOf(ROSTER.agent)).toEqual(['see', 'edit']);
    expect(await rightsOf(ROSTER.accountManager)).toEqual([]);
    expect([await listAs(ROSTER.agent), await createAs(ROSTER.agent)]).toEqual(['ok', 'ok']);
    expect([await listAs(ROSTER.accountManager), await createAs(ROSTER.accountManager)]).toEqual([
      'forbidden',
      'forbidden',
    ]);
    expect([await listAs(ROSTER.admin), await createAs(ROSTER.admin)]).toEqual(['ok', 'ok']);
  });

  it('goes with the membership: at once for changes, within a minute for reading', async () => {
    const partners = kith.group('partners');
    kith.sandbox.jira.addToGroup(ROSTER.agent, 'partners');
    await give({ see: only(), edit: only(partners), delete: only() });
    expect([await listAs(ROSTER.agent), await createAs(ROSTER.agent)]).toEqual(['ok', 'ok']);
    kith.sandbox.jira.removeFromGroup(ROSTER.agent, 'partners');
    expect(await createAs(ROSTER.agent)).toBe('forbidden');
    await kith.sandbox.passTime(61_000);
    expect(await listAs(ROSTER.agent)).toBe('forbidden');
    kith.sandbox.jira.addToGroup(ROSTER.agent, 'partners');
    expect(await listAs(ROSTER.agent)).toBe('ok');
  });

  it('is taken away by an admin: at once for changes, within a minute for reading', async () => {
    expect([await listAs(ROSTER.agent), await createAs(ROSTER.agent)]).toEqual(['ok', 'ok']);
    await give({ see: only(), edit: only(), delete: only() });
    expect(await createAs(ROSTER.agent)).toBe('forbidden');
    await kith.sandbox.passTime(61_000);
    expect(await listAs(ROSTER.agent)).toBe('forbidden');
  });

  it('of configuring alone shows the template, and no contact', async () => {
    await give({ see: only(), edit: only(), delete: only(), configure: only(kith.group(GROUPS.agents)) });
    expect(codeOf(await kith.contacts('getTemplate', { of: 'contact' }))).toBe('ok');
    expect(await listAs(ROSTER.agent)).toBe('forbidden');
  });

  it('is nothing to a portal customer in that group', async () => {
    kith.group('partners');
    kith.sandbox.jira.addToGroup(ROSTER.customer, 'partners');
    await give({ see: only(kith.group('partners')) });
    expect(await listAs(ROSTER.customer)).toBe('forbidden');
    expect(codeOf(await kith.contacts('getMyRights', {}, ROSTER.customer))).toBe('forbidden');
  });
});

it('the name of its contact is shown on a collapsed issue panel only to whoever may see contacts', async () => {
  await kith.sync();
  await give({ see: only(), edit: only(kith.group(GROUPS.agents)), delete: only() });
  const status = (accountId: string) => kith.sandbox.panelStatus('kith-issue-contact', 'HELP-1', accountId);
  expect(await status(ROSTER.agent)).toMatchObject({ value: { label: 'Dana Okafor' } });
  expect(await status(ROSTER.admin)).toMatchObject({ value: { label: 'Dana Okafor' } });
  valueIn(await kith.panel('getIssueContact', {}, { key: 'HELP-1' }, ROSTER.agent));
  expect(codeOf(await kith.panel('getIssueContact', {}, { key: 'HELP-1' }, ROSTER.accountManager))).toBe('forbidden');
  expect(await status(ROSTER.accountManager)).toBeUndefined();
});

describe('reading', () => {
  it('costs one question to Jira and one to storage about rights in a minute', async () => {
    const jira = jest.spyOn(kith.sandbox.jira, 'handle');
    for (let times = 0; times < 3; times++) expect(await listAs(ROSTER.agent)).toBe('ok');
    expect(jira.mock.calls.map(([{ path }]) => path)).toEqual(['/rest/api/3/myself?expand=groups,applicationRoles']);
  });

  it('asks whether somebody administers Jira only where no group has the right', async () => {
    await give({ see: only(), edit: only(), delete: only() });
    const jira = jest.spyOn(kith.sandbox.jira, 'handle');
    for (let times = 0; times < 3; times++) expect(await listAs(ROSTER.admin)).toBe('ok');
    const paths = jira.mock.calls.map(([{ path }]) => path);
    expect(paths.filter((path) => path.includes('/myself'))).toHaveLength(1);
  });
});

describe('findGroups', () => {
  it('gives groups whose name contains the text, in any case', async () => {
    kith.group('Partners of the house');
    expect(valueIn(await kith.admin('findGroups', { search: 'PARTNERS' })).items).toEqual([
      kith.group('Partners of the house'),
    ]);
    expect(valueIn(await kith.admin('findGroups', { search: '&maxResults=1' })).items).toEqual([]);
  });

  it('gives the first twenty without a text', async () => {
    for (let at = 0; at < 30; at++) kith.group(`team-${at}`);
    expect(valueIn(await kith.admin('findGroups', {})).items).toHaveLength(20);
  });
});
