import { NotBuilt } from '../answers';
import { fieldNamed, type IndexedFields, type JqlField, mustTake, propertyField } from './jql-fields';
import { JqlError, type Token, tokensOf } from './jql-tokens';

export type { JqlField } from './jql-fields';
export { JqlError } from './jql-tokens';

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type Condition =
  | { kind: 'and' | 'or'; parts: Condition[] }
  | { kind: 'not'; part: Condition }
  | { kind: 'compare'; field: JqlField; comparison: Comparison; value: string }
  | { kind: 'contain'; field: JqlField; value: string; negated: boolean }
  | { kind: 'in'; field: JqlField; values: string[]; negated: boolean }
  | { kind: 'empty'; field: JqlField; negated: boolean };

export interface Jql {
  /** Absent: the query does not say which issues. */
  where?: Condition;
  orderBy: { field: JqlField; descending: boolean }[];
}

/** Stands for the id of the person who asks. */
export const CURRENT_USER = 'currentUser()';

const COMPARISONS: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];

/**
 * Reads the part of JQL that this site has: the fields of `jql-fields.ts` and the values of properties that the app has had
 * indexed, with =, !=, ~, !~, <, <=, >, >=, in, not in, is (not) empty; AND, OR, NOT, parentheses; ORDER BY.
 *
 * @throws JqlError when it is not JQL, or names a field that there is not.
 * @throws NotBuilt for a field, function or operator that Jira may know and this site has not.
 */
export function parseJql(jql: string, indexed: IndexedFields): Jql {
  return new Parser(tokensOf(jql), indexed).parse();
}

class Parser {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly indexed: IndexedFields,
  ) {}

  parse(): Jql {
    const ordered = this.isWord('order');
    const where = this.tokens.length === 0 || ordered ? undefined : this.disjunction();
    const orderBy = this.orderBy();
    if (this.at < this.tokens.length) throw this.unexpected();
    return where === undefined ? { orderBy } : { where, orderBy };
  }

  private disjunction(): Condition {
    return this.chain('or', () => this.chain('and', () => this.negation()));
  }

  private chain(kind: 'and' | 'or', part: () => Condition): Condition {
    const parts = [part()];
    while (this.takeWord(kind)) parts.push(part());
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind, parts };
  }

  private negation(): Condition {
    if (this.takeWord('not')) return { kind: 'not', part: this.negation() };
    if (!this.takeSign('(')) return this.clause();
    const inner = this.disjunction();
    this.needSign(')');
    return inner;
  }

  private clause(): Condition {
    const field = this.field();
    const next = this.tokens[this.at];
    if (next?.kind === 'word' && (next.text === '~' || next.text === '!~')) {
      this.at += 1;
      mustTake(field, 'contain', next.text);
      return { kind: 'contain', field, value: this.value(), negated: next.text === '!~' };
    }
    if (next?.kind === 'sign' && COMPARISONS.includes(next.text)) {
      this.at += 1;
      return this.comparison(field, next.text as Comparison);
    }
    if (this.takeWord('is')) {
      const negated = this.takeWord('not');
      if (!this.takeWord('empty') && !this.takeWord('null')) throw this.unexpected();
      mustTake(field, 'empty', 'is');
      return { kind: 'empty', field, negated };
    }
    const negated = this.takeWord('not');
    if (this.takeWord('in')) {
      mustTake(field, 'set', 'in');
      return { kind: 'in', field, values: this.list(), negated };
    }
    if (next?.kind === 'word') throw new NotBuilt(`JQL operator ${next.text}`);
    throw this.unexpected();
  }

  private comparison(field: JqlField, comparison: Comparison): Condition {
    if ((comparison === '=' || comparison === '!=') && (this.takeWord('empty') || this.takeWord('null'))) {
      return { kind: 'empty', field, negated: comparison === '!=' };
    }
    mustTake(field, comparison === '=' || comparison === '!=' ? 'equal' : 'compare', comparison);
    return { kind: 'compare', field, comparison, value: this.value() };
  }

  private list(): string[] {
    const first = this.tokens[this.at];
    if (first?.kind === 'word') throw new NotBuilt(`JQL function ${first.text}()`);
    this.needSign('(');
    const values = [this.value()];
    while (this.takeSign(',')) values.push(this.value());
    this.needSign(')');
    return values;
  }

  private value(): string {
    const token = this.tokens[this.at];
    if (token === undefined || token.kind === 'sign') throw this.unexpected();
    this.at += 1;
    if (token.kind === 'text' || !this.takeSign('(')) return token.text;
    if (token.text.toLowerCase() !== 'currentuser') throw new NotBuilt(`JQL function ${token.text}()`);
    this.needSign(')');
    return CURRENT_USER;
  }

  private orderBy(): Jql['orderBy'] {
    const order: Jql['orderBy'] = [];
    if (!this.takeWord('order')) return order;
    if (!this.takeWord('by')) throw this.unexpected();
    do {
      const field = this.field();
      mustTake(field, 'order', 'order by');
      const descending = this.takeWord('desc');
      if (!descending) this.takeWord('asc');
      order.push({ field, descending });
    } while (this.takeSign(','));
    return order;
  }

  private field(): JqlField {
    const token = this.tokens[this.at];
    if (token === undefined || token.kind === 'sign') throw this.unexpected();
    this.at += 1;
    const property = /^issue\.property\[(.*)$/is.exec(token.text);
    if (token.kind === 'text' || property === null) return fieldNamed(token.text, this.indexed);
    return this.property(property[1] ?? '');
  }

  /** `issue.property[key].path`, of which `rest` is what follows the bracket in the same word; the key may be quoted. */
  private property(rest: string): JqlField {
    if (rest !== '') return this.propertyAt(rest);
    const [key, path] = [this.tokens[this.at], this.tokens[this.at + 1]];
    if (key?.kind !== 'text' || path?.kind !== 'word') throw this.unexpected();
    this.at += 2;
    return this.propertyAt(`${key.text}${path.text}`);
  }

  private propertyAt(text: string): JqlField {
    const parts = /^(.+)\]\.(.+)$/s.exec(text);
    if (parts === null) throw new JqlError(`Error in the JQL Query: 'issue.property[${text}' is no property.`);
    return propertyField(parts[1] ?? '', parts[2] ?? '', this.indexed);
  }

  private isWord(text: string): boolean {
    const token = this.tokens[this.at];
    return token?.kind === 'word' && token.text.toLowerCase() === text;
  }

  private takeWord(text: string): boolean {
    if (!this.isWord(text)) return false;
    this.at += 1;
    return true;
  }

  private takeSign(text: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || token.text !== text) return false;
    this.at += 1;
    return true;
  }

  private needSign(text: string): void {
    if (!this.takeSign(text)) throw this.unexpected();
  }

  private unexpected(): JqlError {
    const token = this.tokens[this.at];
    return new JqlError(
      token === undefined
        ? 'Error in the JQL Query: it ends too early.'
        : `Error in the JQL Query: '${token.text}' was not expected here.`,
    );
  }
}
