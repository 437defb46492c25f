import { ROSTER } from '../../../sandbox/src/jira';
import { type Kith, openKith, valueIn } from '../contacts/open-kith';
import { writeProperty } from './issue-property';

let kith: Kith;
let dana: string;
beforeEach(async () => {
  kith = await openKith({ jira: { issues: 0 } });
  await kith.sync();
  dana = (await kith.find('dana')).id;
});
afterEach(() => {
  kith.sandbox.expectNoProblems();
  kith.sandbox.dispose();
});

/** Issues that Dana reported, a minute apart. */
async function report(...summaries: string[]): Promise<string[]> {
  const keys: string[] = [];
  for (const summary of summaries) {
    const [issue] = kith.sandbox.jira.addIssues([{ projectKey: 'HELP', summary, reporter: ROSTER.customer }]);
    keys.push(issue?.key ?? '');
    await kith.sandbox.passTime(60_000);
  }
  return keys;
}

const ofDana = async (request: object = {}, accountId: string = ROSTER.agent) =>
  valueIn(await kith.contacts('listIssuesOfContact', { id: dana, ...request }, accountId));

describe('the issues of a contact', () => {
  it('are those that its account reported, the latest change first, with the query for Jira', async () => {
    const [older, newer] = await report('Older', 'Newer');
    kith.sandbox.jira.transitionIssue(older ?? '', 'Done');
    await kith.sandbox.settle();
    const list = await ofDana();
    expect(list).toEqual({
      items: [
        { key: older, summary: 'Older', status: 'Done', statusCategory: 'done', updatedAt: expect.any(String) },
        { key: newer, summary: 'Newer', status: 'Open', statusCategory: 'new', updatedAt: expect.any(String) },
      ],
      jql: `(reporter in ("${ROSTER.customer}") OR kithContact = "${dana}") ORDER BY updated DESC`,
    });
    const found = kith.sandbox.jira.searchIssues(list.jql, { visibleTo: ROSTER.agent });
    expect(found.issues.map(({ key }) => key)).toEqual([older, newer]);
  });

  it('leave out what is done when only open ones are asked for', async () => {
    const [done, open] = await report('Done one', 'Open one');
    kith.sandbox.jira.transitionIssue(done ?? '', 'Done');
    await kith.sandbox.settle();
    expect((await ofDana({ open: true })).items.map(({ key }) => key)).toEqual([open]);
  });

  it('of a contact without accounts are those that have it by choice', async () => {
    const { id } = valueIn(await kith.contacts('createContact', { contact: { name: 'Regular' } }));
    expect(valueIn(await kith.contacts('listIssuesOfContact', { id }))).toEqual({
      items: [],
      jql: `kithContact = "${id}" ORDER BY updated DESC`,
    });
  });

  it('are only those that the user may see', async () => {
    const reporter = ROSTER.customer;
    kith.sandbox.jira.addIssues([{ projectKey: 'BOARD', summary: 'Confidential', reporter }]);
    await report('For all');
    expect((await ofDana()).items.map(({ summary }) => summary)).toEqual(['For all']);
    const admins = await ofDana({}, ROSTER.admin);
    expect(admins.items.map(({ summary }) => summary)).toEqual(['For all', 'Confidential']);
  });

  it('come page by page; a cursor is good for its user, its list and its filter only', async () => {
    const keys = await report('1', '2', '3');
    const first = await ofDana({ limit: 2 });
    const cursor = first.cursor ?? '';
    const second = await ofDana({ limit: 2, cursor });
    expect([...first.items, ...second.items].map(({ key }) => key)).toEqual([...keys].reverse());
    expect(second.cursor).toBeUndefined();
    const invalid = { ok: false, error: { code: 'invalid', field: 'cursor' } };
    const others = [
      kith.contacts('listIssuesOfContact', { id: dana, cursor }, ROSTER.accountManager),
      kith.contacts('listIssuesOfContact', { id: dana, cursor, open: true }),
      kith.contacts('listIssuesOfContact', { id: dana, cursor: 'forged' }),
      kith.contacts('listContacts', { cursor }),
    ];
    for (const other of others) expect(await other).toMatchObject(invalid);
    await kith.sandbox.passTime(8 * 24 * 3_600_000);
    expect(await kith.contacts('listIssuesOfContact', { id: dana, cursor })).toMatchObject(invalid);
  });

  it('are refused for a contact that there is not, whatever its id looks like', async () => {
    for (const id of ['none', '" OR project is not EMPTY OR kithContact = "']) {
      expect(await kith.contacts('listIssuesOfContact', { id })).toMatchObject({ error: { code: 'not-found' } });
      expect(await kith.contacts('listIssuesOfCompany', { id })).toMatchObject({ error: { code: 'not-found' } });
    }
  });

  it('say that Jira asks to wait, and that it fails', async () => {
    kith.sandbox.jira.throttle({ kind: 'burst', seconds: 5, endpoint: 'POST /search/jql' });
    expect(await kith.contacts('listIssuesOfContact', { id: dana })).toMatchObject({ error: { code: 'rate-limited' } });
  });
});

describe('the issues of a company', () => {
  it('are those that have it', async () => {
    const { id } = valueIn(await kith.contacts('createCompany', { company: { name: 'Acme' } }));
    const [key = ''] = await report('Of Acme', 'Of nobody');
    writeProperty(kith.sandbox.jira, key, { company: { id, name: 'Acme' }, chosen: 'auto' });
    await kith.sandbox.settle();
    const list = valueIn(await kith.contacts('listIssuesOfCompany', { id }));
    expect(list.items.map((issue) => issue.key)).toEqual([key]);
    expect(list.jql).toBe(`kithCompanyId = "${id}" ORDER BY updated DESC`);
  });
});
