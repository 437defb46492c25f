import { CsvError, parse } from 'csv-parse/sync';
import { GROUPS } from './roster';
import type { User } from './user';

export interface CsvProblem {
  /** As an editor counts: the header is line 1. */
  line: number;
  message: string;
}

export interface CsvDirectory {
  users: User[];
  problems: CsvProblem[];
}

interface Row {
  line: number;
  cells: string[];
}

type Column = 'id' | 'name' | 'email' | 'status';

/** What the columns are called in the exports, compared without case, spaces and punctuation. */
const COLUMN_NAMES: Readonly<Record<Column, readonly string[]>> = {
  id: ['userid', 'accountid', 'atlassianid', 'id'],
  name: ['username', 'name', 'fullname', 'displayname'],
  email: ['email', 'emailaddress', 'useremail'],
  status: ['userstatus', 'status', 'accountstatus'],
};

const COLUMN_TITLES: Readonly<Record<Column, string>> = {
  id: 'User id',
  name: 'User name',
  email: 'Email',
  status: 'User status',
};

const ACTIVE: readonly string[] = ['active'];
const INACTIVE: readonly string[] = ['inactive', 'deactivated', 'suspended'];
const ACCOUNT_ID = /^[A-Za-z0-9:_-]{1,128}$/;
const EMAIL = /^[^\s@]+@[^\s@]+$/;
/** A quoted value may run over this many lines; a quote that is not closed by then is a mistake in its first line. */
const LINES_PER_RECORD = 5;

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Reads the list of users that an Atlassian administrator exports as CSV. A line that cannot be used is left out and
 * reported; a file without the columns that are needed gives one problem and no users. Unknown columns are passed over.
 */
export function readDirectoryCsv(text: string): CsvDirectory {
  const problems: CsvProblem[] = [];
  const [header, ...rows] = rowsOf(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), problems);
  if (header === undefined) return { users: [], problems: [{ line: 1, message: 'The file is empty.' }] };
  const columns = columnsOf(header.cells);
  if (typeof columns === 'string') return { users: [], problems: [{ line: header.line, message: columns }] };
  const users: User[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const user = userOf(row, header.cells.length, columns);
    const message = typeof user === 'string' ? user : repeated(user, row, seen);
    if (message !== undefined) problems.push({ line: row.line, message });
    else if (typeof user !== 'string') users.push({ ...user, created: users.length });
  }
  return { users, problems: problems.sort((a, b) => a.line - b.line) };
}

function repeated(user: User, row: Row, seen: Map<string, number>): string | undefined {
  const first = seen.get(user.accountId);
  if (first !== undefined) return `The user id ${user.accountId} was already given in line ${first}.`;
  seen.set(user.accountId, row.line);
  return undefined;
}

/** The position of each needed column, or what is wrong with the header. */
function columnsOf(header: readonly string[]): Record<Column, number> | string {
  const names = header.map(plain);
  const find = (column: Column): number =>
    COLUMN_NAMES[column].map((name) => names.indexOf(name)).find((at) => at !== -1) ?? -1;
  const columns = { id: find('id'), name: find('name'), email: find('email'), status: find('status') };
  const missing = (Object.keys(COLUMN_TITLES) as Column[]).filter((column) => columns[column] === -1);
  if (missing.length === 0) return columns;
  const titles = missing.map((column) => `"${COLUMN_TITLES[column]}"`).join(', ');
  return `The first line does not name the ${missing.length === 1 ? 'column' : 'columns'} ${titles}.`;
}

/** The account, or what is wrong with the line. */
function userOf(row: Row, width: number, columns: Record<Column, number>): User | string {
  if (row.cells.length !== width)
    return `The line has ${row.cells.length} values, the first line names ${width} columns.`;
  const cell = (column: Column): string => (row.cells[columns[column]] ?? '').trim();
  const accountId = cell('id');
  const displayName = cell('name').replace(/\s+/g, ' ');
  const email = cell('email');
  const status = plain(cell('status'));
  if (accountId === '') return 'The user id is missing.';
  if (!ACCOUNT_ID.test(accountId)) return `"${accountId}" is not a user id.`;
  if (displayName === '') return 'The name is missing.';
  if (email !== '' && !EMAIL.test(email)) return `"${email}" is not an email address.`;
  if (!ACTIVE.includes(status) && !INACTIVE.includes(status)) {
    return `"${cell('status')}" is not a user status. It should be active, inactive, suspended or deactivated.`;
  }
  const customer = accountId.startsWith('qm:');
  return {
    accountId,
    accountType: customer ? 'customer' : 'atlassian',
    displayName,
    ...(email === '' ? {} : { email }),
    emailHidden: false,
    emailNullWhenHidden: false,
    active: ACTIVE.includes(status),
    deleted: false,
    locale: 'en-US',
    timeZone: 'Etc/UTC',
    groups: customer ? [] : [GROUPS.jiraUsers],
    created: 0,
    updatedAt: 0,
  };
}

const parseText = (text: string): { record: string[]; lines: number }[] =>
  parse(text, { relax_column_count: true, skip_empty_lines: true, info: true }).map((row) => {
    const { record, info } = row as unknown as { record: string[]; info: { lines: number } };
    return { record, lines: info.lines };
  });

const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);

/** The file's records with their first lines. If it does not parse as a whole, it is taken line by line. */
function rowsOf(text: string, problems: CsvProblem[]): Row[] {
  try {
    return parseText(text).map(({ record, lines }) => ({ line: lines - breaksIn(record), cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return rowsLineByLine(text.split('\n'), problems);
  }
}

function rowsLineByLine(lines: readonly string[], problems: CsvProblem[]): Row[] {
  const rows: Row[] = [];
  let at = 0;
  while (at < lines.length) {
    const { row, taken, message } = recordAt(lines, at);
    if (row !== undefined) rows.push(row);
    if (message !== undefined) problems.push({ line: at + 1, message });
    at += taken;
  }
  return rows;
}

function recordAt(lines: readonly string[], at: number): { row?: Row; taken: number; message?: string } {
  let message = 'The line is not valid CSV.';
  for (let taken = 1; taken <= LINES_PER_RECORD && at + taken <= lines.length; taken++) {
    try {
      const [only] = parseText(lines.slice(at, at + taken).join('\n'));
      return only === undefined ? { taken } : { row: { line: at + 1, cells: only.record }, taken };
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      if (error.code !== 'CSV_QUOTE_NOT_CLOSED') {
        if (taken === 1) message = 'A quotation mark stands where none may.';
        break;
      }
      message = 'A quotation mark is not closed.';
    }
  }
  return { taken: 1, message };
}
