export type Token =
  | { kind: 'word'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'sign'; text: '=' | '!=' | '<' | '<=' | '>' | '>=' | '(' | ')' | ',' };

/** The query is not JQL; the message says where. */
export class JqlError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'JqlError';
  }
}

const PATTERN = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(!=|<=|>=|[=<>(),])|(!?~|[^\s"'=!<>(),~]+))/y;

const SIGNS = ['=', '!=', '<', '<=', '>', '>=', '(', ')', ','] as const;

/** @throws JqlError at a character that begins no token. */
export function tokensOf(jql: string): Token[] {
  const tokens: Token[] = [];
  const end = jql.trimEnd().length;
  let at = 0;
  while (at < end) {
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(jql);
    if (match === null) {
      throw new JqlError(`Error in the JQL Query: unexpected character at position ${at}.`);
    }
    const [, double, single, sign, word] = match;
    const quoted = double ?? single;
    const known = SIGNS.find((candidate) => candidate === sign);
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replace(/\\(.)/g, '$1') });
    else if (known !== undefined) tokens.push({ kind: 'sign', text: known });
    else tokens.push({ kind: 'word', text: word ?? '' });
    at = PATTERN.lastIndex;
  }
  return tokens;
}
