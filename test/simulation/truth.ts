import type { JiraSite, User } from '../../sandbox/src/jira';
import { clean } from './compare';

/** An account as it really was, from one moment on. */
export interface Truth {
  from: number;
  type: 'atlassian' | 'customer' | 'app';
  /** What a contact may take for the account's name. */
  names: readonly string[];
  email?: string;
  hidden: boolean;
  active: boolean;
  deleted: boolean;
}

/** What every account of the site was at every moment: the measure of what the app says about it. */
export class TruthBook {
  private readonly pages = new Map<string, Truth[]>();

  constructor(
    private readonly jira: JiraSite,
    private readonly now: () => number,
  ) {
    this.noteAll();
  }

  noteAll(): void {
    for (const user of this.jira.listUsers({ limit: 10_000 }).users) this.note(user.accountId);
  }

  /** To be called after each change of the account. */
  note(accountId: string): void {
    const user = this.jira.findUser(accountId);
    if (user === undefined) return;
    const page = this.pages.get(accountId) ?? [];
    page.push(truthOf(user, this.now()));
    this.pages.set(accountId, page);
  }

  get accountIds(): string[] {
    return [...this.pages.keys()];
  }

  of(accountId: string): Truth | undefined {
    return this.pages.get(accountId)?.at(-1);
  }

  /** Everything that the account was at some moment from `since` on. */
  since(accountId: string, since: number): Truth[] {
    const page = this.pages.get(accountId) ?? [];
    return page.filter((_, at) => (page[at + 1]?.from ?? Number.POSITIVE_INFINITY) >= since);
  }

  all(accountId: string): readonly Truth[] {
    return this.pages.get(accountId) ?? [];
  }
}

function truthOf(user: User, from: number): Truth {
  return {
    from,
    type: user.accountType,
    names: namesOf(user),
    hidden: user.emailHidden,
    active: user.active,
    deleted: user.deleted,
    ...(user.email === undefined ? {} : { email: user.email.trim() }),
  };
}

/** A blank name falls back to the email's local part, as far as that is known, else the account id. */
function namesOf({ displayName, email, accountId }: User): string[] {
  const name = clean(displayName);
  if (name !== '') return [name];
  return email === undefined ? [accountId] : [clean(email.slice(0, email.lastIndexOf('@'))), accountId];
}
