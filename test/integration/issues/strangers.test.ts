import { ROSTER } from '../../../sandbox/src/jira';
import { issueSchemas } from '../../../src/contract';
import { codeOf } from '../contacts/open-kith';
import { type Issues, openIssues } from './support';

let kith: Issues;
let companyId: string;
beforeAll(async () => {
  kith = await openIssues();
  await kith.sync();
  companyId = (await kith.company('Acme')).id;
});
afterAll(() => {
  kith.sandbox.expectNoProblems();
  kith.sandbox.dispose();
});

const functions = [
  ['getIssueContact', () => ({})],
  ['linkIssueContact', () => ({ contactId: 'x' })],
  ['unlinkIssueContact', () => ({})],
  ['findContactsForIssue', () => ({})],
  ['createContactForIssue', () => ({ contact: { name: 'A' } })],
  ['findCompaniesForIssue', () => ({})],
  ['setIssueCompany', () => ({ companyId })],
  ['unsetIssueCompany', () => ({})],
  ['listParticipants', () => ({})],
  ['listIssuesOfIssueContact', () => ({})],
] as const;

it('there is no function of the panel that is not looked at here', () => {
  expect(functions.map(([name]) => name).sort()).toEqual(Object.keys(issueSchemas).sort());
});

/** Calls as a page that says whatever it likes about where it is. */
const call = async (name: string, payload: unknown, issue: unknown) =>
  kith.call('kith-issue-contact', name, payload, { accountId: ROSTER.agent, extension: { issue } });

describe.each(functions)('%s', (name, payload) => {
  it('answers about an issue that the caller may not see as about one that does not exist, and changes nothing', async () => {
    const { id, key } = kith.jira.findIssue('BOARD-1') ?? {};
    const hidden = await call(name, payload(), { id, key });
    const missing = await call(name, payload(), { id: '999999', key: 'BOARD-999' });
    expect(codeOf(hidden)).toBe('not-found');
    expect(hidden).toEqual(missing);
    await kith.idle();
    expect(kith.property('BOARD-1')).toBeUndefined();
  });

  it('goes by the id that was read, not by a key that was forged beside it', async () => {
    const { id } = kith.jira.findIssue('BOARD-1') ?? {};
    expect(codeOf(await call(name, payload(), { id, key: 'HELP-1' }))).toBe('not-found');
  });

  it('does not take junk for an issue', async () => {
    for (const issue of [undefined, 7, {}, { id: '../myself' }, { key: 'HELP-1/../../myself' }]) {
      expect(codeOf(await call(name, payload(), issue))).toBe('not-found');
    }
  });
});

describe('the collapsed panel', () => {
  const status = (key: string, accountId: string) => kith.sandbox.panelStatus('kith-issue-contact', key, accountId);

  it('shows the name of the contact', async () => {
    expect(await status('HELP-1', ROSTER.agent)).toEqual({
      type: 'lozenge',
      value: { label: 'Dana Okafor', type: 'default' },
    });
    expect(await status('BOARD-1', ROSTER.admin)).toMatchObject({ value: { label: 'Ada Winter' } });
  });

  it('shows nothing to whoever may not see the issue, has no licence, or is nobody', async () => {
    expect(await status('BOARD-1', ROSTER.agent)).toBeUndefined();
    expect(await status('HELP-1', ROSTER.customer)).toBeUndefined();
    expect(await status('HELP-1', 'unidentified')).toBeUndefined();
  });

  it('shows nothing where the issue has no contact', async () => {
    await kith.changeReporter('HELP-2', undefined);
    expect(await status('HELP-2', ROSTER.agent)).toBeUndefined();
  });
});

it('a person without access gets no issue by JQL either', async () => {
  const { id, key } = await kith.report(ROSTER.admin, 'BOARD');
  const ada = await kith.find('ada');
  expect(kith.property(key)).toMatchObject({ contact: { id: ada.id } });
  expect(kith.found(`kithContact = "${ada.id}" AND project = BOARD`)).toEqual([]);
  expect(kith.found(`kithContact = "${ada.id}" AND project = BOARD`, ROSTER.admin)).toContain(key);
  expect(id).toBeDefined();
});
