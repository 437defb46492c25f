import { readFileSync } from 'node:fs';
import { type CsvProblem, readDirectoryCsv } from '../jira/directory/csv';
import { withRoster } from '../jira/directory/roster';
import type { Directory } from '../jira/directory/user';
import { StartProblem } from './start-problem';

const SHOWN = 20;

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
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) {
      throw new StartProblem(`${path} is not a text file in UTF-8. Export the users as CSV again and give that file.`);
    }
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const reasons: Record<string, string> = {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder',
      EACCES: 'you may not read it',
    };
    throw new StartProblem(
      `The directory file ${path} cannot be read: ${reasons[code] ?? code}. Check the path after --directory; nothing was started or changed.`,
    );
  }
}

function describe(problems: readonly CsvProblem[], taken: number): string[] {
  if (problems.length === 0) return [];
  const lines = problems.slice(0, SHOWN).map(({ line, message }) => `  line ${line}: ${message}`);
  const more = problems.length > SHOWN ? [`  … and ${problems.length - SHOWN} more`] : [];
  return [`${taken} users were read; ${problems.length} lines were left out:`, ...lines, ...more];
}
