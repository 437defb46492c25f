export type Token =
  | { kind: 'name' | 'sign'; text: string }
  | { kind: 'value'; value: string | number | boolean | null; text: string };

/** The expression is none, or uses what the sandbox has not built. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
}

const PATTERN =
  /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\d+(?:\.\d+)?)|([A-Za-z_$][\w$]*)|(\?\.|=>|==|!=|&&|\|\||[!.()[\],]))/y;
const CONSTANTS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** @throws ExpressionError at a character that begins no token. */
export function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  const end = expression.trimEnd().length;
  let at = 0;
  while (at < end) {
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(expression);
    if (match === null) throw new ExpressionError(`what begins at character ${at + 1} is not built`);
    tokens.push(tokenOf(match));
    at = PATTERN.lastIndex;
  }
  return tokens;
}

function tokenOf([text, single, double, number, name, sign = '']: RegExpExecArray): Token {
  const quoted = single ?? double;
  if (quoted !== undefined) return { kind: 'value', value: quoted.replace(/\\(.)/g, '$1'), text };
  if (number !== undefined) return { kind: 'value', value: Number(number), text };
  if (name === undefined) return { kind: 'sign', text: sign };
  if (Object.hasOwn(CONSTANTS, name)) return { kind: 'value', value: CONSTANTS[name] ?? null, text };
  return { kind: 'name', text: name };
}
