import { ROSTER } from '../../../sandbox/src/jira';
import { adminSchemas, contactsSchemas, issueSchemas, rights } from '../../../src/contract';
import { codeOf, directoryOf, type Kith, openKith, valueIn } from '../contacts/open-kith';

/**
 * Who may call which function, where each right belongs to a group of its own. `yes`: anything but `forbidden` is the answer.
 * A function without a row fails the test.
 */
const table = `
kith-admin                 anonymous  customer  unlicensed  licensed  see  edit  delete  import  export  configure  admin
getSyncStatus              no         no        no          no        no   no    no      no      no      no         yes
setSyncEnabled             no         no        no          no        no   no    no      no      no      no         yes
syncNow                    no         no        no          no        no   no    no      no      no      no         yes
listSkippedUsers           no         no        no          no        no   no    no      no      no      no         yes
getSettings                no         no        no          no        no   no    no      no      no      no         yes
updateSettings             no         no        no          no        no   no    no      no      no      no         yes
getAccess                  no         no        no          no        no   no    no      no      no      no         yes
updateAccess               no         no        no          no        no   no    no      no      no      no         yes
findGroups                 no         no        no          no        no   no    no      no      no      no         yes
getTemplate                no         no        no          no        no   no    no      no      no      no         yes
updateTemplate             no         no        no          no        no   no    no      no      no      no         yes
emptyRemovedField          no         no        no          no        no   no    no      no      no      no         yes
getCompanyChanges          no         no        no          no        no   no    no      no      no      no         yes
previewCompanyChanges      no         no        no          no        no   no    no      no      no      no         yes
applyCompanyChanges        no         no        no          no        no   no    no      no      no      no         yes
undoCompanyChanges         no         no        no          no        no   no    no      no      no      no         yes
discardCompanyChanges      no         no        no          no        no   no    no      no      no      no         yes
getIssueSettings           no         no        no          no        no   no    no      no      no      no         yes
updateIssueSettings        no         no        no          no        no   no    no      no      no      no         yes
findProjects               no         no        no          no        no   no    no      no      no      no         yes
getIssueChanges            no         no        no          no        no   no    no      no      no      no         yes
previewIssueChanges        no         no        no          no        no   no    no      no      no      no         yes
applyIssueChanges          no         no        no          no        no   no    no      no      no      no         yes
undoIssueChanges           no         no        no          no        no   no    no      no      no      no         yes
discardIssueChanges        no         no        no          no        no   no    no      no      no      no         yes

kith-contacts              anonymous  customer  unlicensed  licensed  see  edit  delete  import  export  configure  admin
getMyRights                no         no        no          yes       yes  yes   yes     yes     yes     yes        yes
listContacts               no         no        no          no        yes  yes   yes     yes     yes     no         yes
getContact                 no         no        no          no        yes  yes   yes     yes     yes     no         yes
createContact              no         no        no          no        no   yes   no      no      no      no         yes
updateContact              no         no        no          no        no   yes   no      no      no      no         yes
deleteContact              no         no        no          no        no   no    yes     no      no      no         yes
refreshContacts            no         no        no          no        yes  yes   yes     yes     yes     no         yes
setCompanyOfContacts       no         no        no          no        no   yes   no      no      no      no         yes
deleteContacts             no         no        no          no        no   no    yes     no      no      no         yes
listCompanies              no         no        no          no        yes  yes   yes     yes     yes     no         yes
getCompany                 no         no        no          no        yes  yes   yes     yes     yes     no         yes
createCompany              no         no        no          no        no   yes   no      no      no      no         yes
updateCompany              no         no        no          no        no   yes   no      no      no      no         yes
deleteCompany              no         no        no          no        no   no    yes     no      no      no         yes
getTemplate                no         no        no          no        yes  yes   yes     yes     yes     yes        yes
updateTemplate             no         no        no          no        no   no    no      no      no      yes        yes
emptyRemovedField          no         no        no          no        no   no    no      no      no      yes        yes
getCompanyChanges          no         no        no          no        yes  yes   yes     yes     yes     no         yes
previewCompanyChanges      no         no        no          no        no   yes   no      no      no      no         yes
applyCompanyChanges        no         no        no          no        no   yes   no      no      no      no         yes
undoCompanyChanges         no         no        no          no        no   yes   no      no      no      no         yes
discardCompanyChanges      no         no        no          no        no   yes   no      no      no      no         yes
listIssuesOfContact        no         no        no          no        yes  yes   yes     yes     yes     no         yes
listIssuesOfCompany        no         no        no          no        yes  yes   yes     yes     yes     no         yes
listOrganizations          no         no        no          no        yes  yes   yes     yes     yes     no         yes
tieOrganization            no         no        no          no        no   yes   no      no      no      no         yes
getIssueChanges            no         no        no          no        yes  yes   yes     yes     yes     no         yes
previewIssueChanges        no         no        no          no        no   yes   no      no      no      no         yes
applyIssueChanges          no         no        no          no        no   yes   no      no      no      no         yes
undoIssueChanges           no         no        no          no        no   yes   no      no      no      no         yes
discardIssueChanges        no         no        no          no        no   yes   no      no      no      no         yes

kith-issue-contact         anonymous  customer  unlicensed  licensed  see  edit  delete  import  export  configure  admin
getIssueContact            no         no        no          no        yes  yes   yes     yes     yes     no         yes
findContactsForIssue       no         no        no          no        yes  yes   yes     yes     yes     no         yes
linkIssueContact           no         no        no          no        no   yes   no      no      no      no         yes
unlinkIssueContact         no         no        no          no        no   yes   no      no      no      no         yes
createContactForIssue      no         no        no          no        no   yes   no      no      no      no         yes
findCompaniesForIssue      no         no        no          no        yes  yes   yes     yes     yes     no         yes
setIssueCompany            no         no        no          no        no   yes   no      no      no      no         yes
unsetIssueCompany          no         no        no          no        no   yes   no      no      no      no         yes
listParticipants           no         no        no          no        yes  yes   yes     yes     yes     no         yes
listIssuesOfIssueContact   no         no        no          no        yes  yes   yes     yes     yes     no         yes
`;

/** The least that each function takes; nothing of it exists, so nothing changes. */
const payloads: Record<string, object> = {
  setSyncEnabled: { enabled: false },
  updateSettings: { settings: {} },
  updateAccess: { version: 999, holders: Object.fromEntries(rights.map((right) => [right, { everyone: true }])) },
  getTemplate: { of: 'contact' },
  updateTemplate: { of: 'contact', version: 999, sections: [] },
  emptyRemovedField: { of: 'contact', fieldId: 'none' },
  getContact: { id: 'none' },
  createContact: { contact: { name: 'A', companyId: 'none' } },
  updateContact: { id: 'none', version: 1, changes: {} },
  deleteContact: { id: 'none', version: 1 },
  refreshContacts: { ids: [] },
  setCompanyOfContacts: { contacts: [{ id: 'none', version: 1 }], companyId: null },
  deleteContacts: { contacts: [{ id: 'none', version: 1 }] },
  getCompany: { id: 'none' },
  createCompany: { company: { name: 'A' } },
  updateCompany: { id: 'none', version: 1, changes: {} },
  deleteCompany: { id: 'none', version: 1 },
  applyCompanyChanges: { id: 'none' },
  undoCompanyChanges: { id: 'none' },
  discardCompanyChanges: { id: 'none' },
  applyIssueChanges: { id: 'none' },
  undoIssueChanges: { id: 'none' },
  discardIssueChanges: { id: 'none' },
  listIssuesOfContact: { id: 'none' },
  tieOrganization: { id: '99', companyId: null },
  listIssuesOfCompany: { id: 'none' },
  updateIssueSettings: {
    version: 999,
    steps: { account: true, email: true, 'contact-company': true, domain: true },
    projects: [],
  },
  linkIssueContact: { contactId: 'none' },
  setIssueCompany: { companyId: 'none' },
  createContactForIssue: { contact: { name: 'A', companyId: 'none' } },
};
const ofCompany = {
  getCompanyChanges: { companyId: 'none' },
  previewCompanyChanges: { companyId: 'none' },
  getIssueChanges: { companyId: 'none' },
  previewIssueChanges: { companyId: 'none' },
};

interface Row {
  page: string;
  name: string;
  allowed: Record<string, string>;
}

const rows = table
  .trim()
  .split(/\n\s*\n/)
  .flatMap((part) => {
    const [[page = '', ...roles] = [], ...lines] = part.split('\n').map((line) => line.trim().split(/\s+/));
    return lines.map(([name = '', ...answers]): Row => {
      const allowed = Object.fromEntries(roles.map((role, index) => [role, answers[index] ?? 'missing']));
      return { page, name, allowed };
    });
  });

const accountIds: Record<string, string> = {
  anonymous: 'unidentified',
  customer: ROSTER.customer,
  admin: ROSTER.admin,
};

let kith: Kith;
beforeAll(async () => {
  const people = ['unlicensed', 'licensed', ...rights].map((role) => ({
    accountId: role,
    displayName: `The one with ${role}`,
    groups: role === 'unlicensed' ? [] : ['jira-users-kith', `kith-${role}`],
  }));
  kith = await openKith({ directory: directoryOf(...people) });
  const only = (right: string) => ({ everyone: false as const, groups: [kith.group(`kith-${right}`)] });
  const holders = {
    see: only('see'),
    edit: only('edit'),
    delete: only('delete'),
    import: only('import'),
    export: only('export'),
    configure: only('configure'),
  };
  valueIn(await kith.admin('updateAccess', { version: 0, holders }));
});
afterAll(async () => {
  await kith.sandbox.settle();
  kith.sandbox.expectNoProblems();
  kith.sandbox.dispose();
});

it('has a row for each function of each page, and no other', () => {
  const listed = (page: string) => rows.filter((row) => row.page === page).map(({ name }) => name);
  expect(listed('kith-admin').sort()).toEqual(Object.keys(adminSchemas).sort());
  expect(listed('kith-contacts').sort()).toEqual(Object.keys(contactsSchemas).sort());
  expect(listed('kith-issue-contact').sort()).toEqual(Object.keys(issueSchemas).sort());
});

describe.each(rows)('$page: $name', ({ page, name, allowed }) => {
  it.each(Object.entries(allowed))('%s: %s', async (role, expected) => {
    const given =
      page === 'kith-contacts' && name in ofCompany ? ofCompany[name as keyof typeof ofCompany] : payloads[name];
    const visitor = {
      accountId: accountIds[role] ?? role,
      extension: { issue: { id: '10001', key: 'HELP-1' } },
    };
    const code = codeOf(await kith.call(page, name, given ?? {}, visitor));
    expect(code).not.toBe('invalid');
    expect(code === 'forbidden' ? 'no' : 'yes').toBe(expected);
  });
});
