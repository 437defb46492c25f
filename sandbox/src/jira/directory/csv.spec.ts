import { readDirectoryCsv } from './csv';

const HEADER = 'User id,User name,email,User status,Added to org,Last seen in Jira - kith';
const file = (...lines: string[]): string => [HEADER, ...lines].join('\n');
const ANN = '5b10ac8d82e05b22cc7d4ef5,Ann Lee,ann@bluefinch.example,Active,01 Jan 2024,02 Nov 2026';
const BOB = '712020:0e7c1b8e-52a0-4d0b-9a3c-6f2f0d1a7b22,Bob Ray,bob@bluefinch.example,Suspended,,';
const names = (text: string): string[] => readDirectoryCsv(text).users.map((user) => user.displayName);

describe('readDirectoryCsv', () => {
  it('reads id, name, email and status, and passes over the other columns', () => {
    expect(readDirectoryCsv(file(ANN, BOB))).toEqual({
      users: [
        expect.objectContaining({
          accountId: '5b10ac8d82e05b22cc7d4ef5',
          accountType: 'atlassian',
          displayName: 'Ann Lee',
          email: 'ann@bluefinch.example',
          active: true,
          groups: ['jira-users-kith'],
          created: 0,
        }),
        expect.objectContaining({ displayName: 'Bob Ray', active: false, created: 1 }),
      ],
      problems: [],
    });
  });

  it.each([
    'user_id,USER NAME,E-Mail,user-status',
    'account id,Name,Email Address,Status',
    'userId,fullName,EMAIL,Account_Status',
  ])('knows the columns in "%s"', (header) => {
    expect(names(`${header}\nid-1,Ann Lee,ann@x.example,active`)).toEqual(['Ann Lee']);
  });

  it('takes the columns in any order', () => {
    const [user] = readDirectoryCsv('Status,Email,Name,User id\nactive,ann@x.example,Ann Lee,id-1').users;
    expect(user).toMatchObject({ accountId: 'id-1', email: 'ann@x.example' });
  });

  it('reads a byte order mark, CRLF, blank lines, quoted values with commas, quotes and line breaks', () => {
    const text = `\uFEFF"User id",User name,email,User status\r\nid-1,"Lee, ""Ann""",ann@x.example,Active\r\n\r\nid-2,"Ray\r\nBob",,active\r\nid-3,,x@x.example,active\r\n`;
    const { users, problems } = readDirectoryCsv(text);
    expect(users.map((user) => user.displayName)).toEqual(['Lee, "Ann"', 'Ray Bob']);
    expect(problems).toEqual([{ line: 6, message: 'The name is missing.' }]);
  });

  it('takes accounts without an email, and qm: ids as portal customers', () => {
    const [user] = readDirectoryCsv(file('qm:1-2:3f,Dana,,active,,')).users;
    expect(user).toMatchObject({ accountType: 'customer', groups: [] });
    expect(user).not.toHaveProperty('email');
  });

  it.each([
    [',Ann,ann@x.example,active,,', 'The user id is missing.'],
    ['an id,Ann,ann@x.example,active,,', '"an id" is not a user id.'],
    [`${'x'.repeat(129)},Ann,ann@x.example,active,,`, `"${'x'.repeat(129)}" is not a user id.`],
    ['id-1,,ann@x.example,active,,', 'The name is missing.'],
    ['id-1,Ann,ann.x.example,active,,', '"ann.x.example" is not an email address.'],
    [
      'id-1,Ann,ann@x.example,asleep,,',
      '"asleep" is not a user status. It should be active, inactive, suspended or deactivated.',
    ],
    ['id-1,Ann,ann@x.example', 'The line has 3 values, the first line names 6 columns.'],
    ['id-1,Lee, Ann,ann@x.example,active,,', 'The line has 7 values, the first line names 6 columns.'],
    ['id-1,A"n"n,ann@x.example,active,,', 'A quotation mark stands where none may.'],
    ['id-1,"Ann,ann@x.example,active,,', 'A quotation mark is not closed.'],
    [ANN, 'The user id 5b10ac8d82e05b22cc7d4ef5 was already given in line 2.'],
  ])('leaves out the line %j alone, with its number and the reason', (bad, message) => {
    const { users, problems } = readDirectoryCsv(file(ANN, bad, BOB));
    expect(users.map((user) => user.displayName)).toEqual(['Ann Lee', 'Bob Ray']);
    expect(problems).toEqual([{ line: 3, message }]);
  });

  it('reports each bad line of several', () => {
    const { users, problems } = readDirectoryCsv(file('id-1,"Ann,,active,,', ANN, 'id-2,,,active,,', BOB, '"id-3'));
    expect(users).toHaveLength(2);
    expect(problems.map((problem) => problem.line)).toEqual([2, 4, 6]);
  });

  it('refuses a file without the needed columns with one problem', () => {
    expect(readDirectoryCsv('User id,User name\n1,2\n3,4')).toEqual({
      users: [],
      problems: [{ line: 1, message: 'The first line does not name the columns "Email", "User status".' }],
    });
    expect(readDirectoryCsv('')).toEqual({ users: [], problems: [{ line: 1, message: 'The file is empty.' }] });
  });

  it('takes a header alone as an empty directory', () => {
    expect(readDirectoryCsv(HEADER)).toEqual({ users: [], problems: [] });
  });

  it('reads 20,000 lines with a bad one among them', () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `id-${at},Name ${at},n${at}@x.example,active,,`);
    lines[10_000] = 'id-10000,"Broken,b@x.example,active,,';
    const { users, problems } = readDirectoryCsv(file(...lines));
    expect(users).toHaveLength(19_999);
    expect(problems).toEqual([{ line: 10_002, message: 'A quotation mark is not closed.' }]);
  });
});
