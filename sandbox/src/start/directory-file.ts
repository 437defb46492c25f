import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { type CsvProblem, readDirectoryCsv } from '../jira/directory/csv';
import { withRoster } from '../jira/directory/roster';
import type { Directory } from '../jira/directory/user';
import { systemErrorCode } from '../system-error';
import { StartProblem } from './start-problem';

const SHOWN = 20;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you may not read it',
};

export interface DirectoryFile {
  directory: Directory;
  /** Lines that were left out, in words. */
  notes: string[];
}

/** @throws StartProblem when the file cannot be read or has no usable user */
export function readDirectoryFile(path: string): DirectoryFile {
  const { users, problems } = readDirectoryCsv(textOf(path));
  if (users.length === 0) {
    const why = problems[0] === undefined ? 'It has no users.' : `Line ${problems[0].line}: ${problems[0].message}`;
    throw new StartProblem(
      `No user could be read from ${path}. ${why} Kith reads the CSV that an Atlassian administrator exports, with the ` +
        'columns "User id", "User name", "email" and "User status". Nothing was started or changed.',
    );
  }
  return { directory: { users: withRoster(users) }, notes: describe(problems, users.length) };
}

function textOf(path: string): string {
  const content = contentOf(path);
  if (isUtf8(content)) return content.toString('utf8');
  throw new StartProblem(`${path} is not a text file in UTF-8. Export the users as CSV again and give that file.`);
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new StartProblem(
      `The directory file ${path} cannot be read: ${REASONS[code] ?? code}. Check the path after --directory; nothing was ` +
        'started or changed.',
    );
  }
}

function describe(problems: readonly CsvProblem[], taken: number): string[] {
  if (problems.length === 0) return [];
  const lines = problems.slice(0, SHOWN).map(({ line, message }) => `  line ${line}: ${message}`);
  const more = problems.length > SHOWN ? [`  … and ${problems.length - SHOWN} more`] : [];
  return [`${taken} users were read; ${problems.length} lines were left out:`, ...lines, ...more];
}
