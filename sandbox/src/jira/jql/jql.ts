import { NotBuilt } from '../answers';
import { JqlError, type Token, tokensOf } from './jql-tokens';

export { JqlError } from './jql-tokens';

/** The fields that can be searched here, by the names that JQL has for them. */
const FIELDS = {
  reporter: 'reporter',
  assignee: 'assignee',
  creator: 'creator',
  project: 'project',
  status: 'status',
  key: 'key',
  issuekey: 'key',
  issue: 'key',
  id: 'key',
  created: 'created',
  createddate: 'created',
  updated: 'updated',
  updateddate: 'updated',
} as const;

export type JqlField = (typeof FIELDS)[keyof typeof FIELDS];
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type Condition =
  | { kind: 'and' | 'or'; parts: Condition[] }
  | { kind: 'not'; part: Condition }
  | { kind: 'compare'; field: JqlField; comparison: Comparison; value: string }
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
 * Reads the part of JQL that this site has: `reporter`, `assignee`, `creator`, `project`, `status`, `key`, `created` and `updated`
 * with =, !=, <, <=, >, >=, in, not in, is (not) empty; AND, OR, NOT, parentheses; ORDER BY.
 *
 * @throws JqlError when it is not JQL.
 * @throws NotBuilt for a field, function or operator that Jira may know and this site has not.
 */
export function parseJql(jql: string): Jql {
  return new Parser(tokensOf(jql)).parse();
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

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
    if (next?.kind === 'sign' && COMPARISONS.includes(next.text)) {
      this.at += 1;
      return this.comparison(field, next.text as Comparison);
    }
    if (this.takeWord('is')) {
      const negated = this.takeWord('not');
      if (!this.takeWord('empty') && !this.takeWord('null')) throw this.unexpected();
      return { kind: 'empty', field, negated };
    }
    const negated = this.takeWord('not');
    if (this.takeWord('in')) return { kind: 'in', field, values: this.list(), negated };
    if (next?.kind === 'word') throw new NotBuilt(`JQL operator ${next.text}`);
    throw this.unexpected();
  }

  private comparison(field: JqlField, comparison: Comparison): Condition {
    if (comparison === '=' && (this.takeWord('empty') || this.takeWord('null'))) {
      return { kind: 'empty', field, negated: false };
    }
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
    const name = token.text.toLowerCase();
    const known = Object.entries(FIELDS).find(([candidate]) => candidate === name);
    if (known === undefined) throw new NotBuilt(`JQL field ${token.text}`);
    return known[1];
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
