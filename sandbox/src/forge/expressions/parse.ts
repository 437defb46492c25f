import { ExpressionError, type Token, tokensOf } from './tokens';

const METHODS = ['some', 'every', 'filter', 'map', 'includes'] as const;
export type Method = (typeof METHODS)[number];

export type Expression =
  | { kind: 'value'; value: string | number | boolean | null }
  | { kind: 'name'; name: string }
  | { kind: 'member'; of: Expression; key: Expression; optional: boolean }
  | { kind: 'call'; of: Expression; method: Method; argument: Expression; optional: boolean }
  | { kind: 'function'; parameter: string; body: Expression }
  | { kind: 'not'; of: Expression }
  | { kind: 'and' | 'or' | 'equal' | 'unequal'; left: Expression; right: Expression };

/**
 * Reads the part of Jira's expressions that this sandbox has: literals, members with `.`, `?.` and brackets, `==`, `!=`, `&&`,
 * `||`, `!`, parentheses, and of lists `length`, `some`, `every`, `filter`, `map` and `includes`.
 *
 * @throws ExpressionError for anything else.
 */
export function parseExpression(text: string): Expression {
  return new Parser(tokensOf(text)).parse();
}

class Parser {
  private at = 0;
  private readonly names = new Set(['event']);

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Expression {
    const expression = this.or();
    if (this.at < this.tokens.length) throw this.unexpected();
    return expression;
  }

  private or(): Expression {
    let left = this.and();
    while (this.take('||')) left = { kind: 'or', left, right: this.and() };
    return left;
  }

  private and(): Expression {
    let left = this.equality();
    while (this.take('&&')) left = { kind: 'and', left, right: this.equality() };
    return left;
  }

  private equality(): Expression {
    let left = this.negation();
    for (;;) {
      if (this.take('==')) left = { kind: 'equal', left, right: this.negation() };
      else if (this.take('!=')) left = { kind: 'unequal', left, right: this.negation() };
      else return left;
    }
  }

  private negation(): Expression {
    return this.take('!') ? { kind: 'not', of: this.negation() } : this.members();
  }

  private members(): Expression {
    let of = this.primary();
    for (;;) {
      const optional = this.take('?.');
      if (this.take('[')) {
        of = { kind: 'member', of, key: this.or(), optional };
        this.need(']');
      } else if (optional || this.take('.')) {
        of = this.named(of, optional);
      } else {
        return of;
      }
    }
  }

  private named(of: Expression, optional: boolean): Expression {
    const name = this.name();
    if (!this.take('(')) return { kind: 'member', of, key: { kind: 'value', value: name }, optional };
    const method = METHODS.find((known) => known === name);
    if (method === undefined) throw new ExpressionError(`${name}() is not built`);
    const argument = method === 'includes' ? this.or() : this.lambda();
    this.need(')');
    return { kind: 'call', of, method, argument, optional };
  }

  private lambda(): Expression {
    const bracketed = this.take('(');
    const parameter = this.name();
    if (bracketed) this.need(')');
    this.need('=>');
    const outer = this.names.has(parameter);
    this.names.add(parameter);
    const body = this.or();
    if (!outer) this.names.delete(parameter);
    return { kind: 'function', parameter, body };
  }

  private primary(): Expression {
    const token = this.tokens[this.at];
    if (token === undefined) throw this.unexpected();
    this.at += 1;
    if (token.kind === 'value') return { kind: 'value', value: token.value };
    if (token.kind === 'name') {
      if (!this.names.has(token.text)) throw new ExpressionError(`'${token.text}' is not built`);
      return { kind: 'name', name: token.text };
    }
    if (token.text !== '(') {
      this.at -= 1;
      throw this.unexpected();
    }
    const inner = this.or();
    this.need(')');
    return inner;
  }

  private name(): string {
    const token = this.tokens[this.at];
    if (token?.kind !== 'name') throw this.unexpected();
    this.at += 1;
    return token.text;
  }

  private take(sign: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.at += 1;
    return true;
  }

  private need(sign: string): void {
    if (!this.take(sign)) throw this.unexpected();
  }

  private unexpected(): ExpressionError {
    const token = this.tokens[this.at];
    return new ExpressionError(
      token === undefined ? 'it ends too early' : `'${token.text.trim()}' was not expected here`,
    );
  }
}
