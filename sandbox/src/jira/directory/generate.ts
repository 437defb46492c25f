import { Chance } from '../../chance/chance';
import { accountId } from './account-ids';
import { COMPANY_DOMAINS, FREE_MAIL_DOMAINS, NAME_STOCKS, type NameStock } from './names';
import { GROUPS, withRoster } from './roster';
import { SHARES } from './shares';
import type { AccountType, Directory, User } from './user';

/** The kinds of account that every generated directory of 50 or more has, right after the roster, whatever chance gives later. */
const SHOWCASE: readonly Partial<Plan>[] = [
  { type: 'atlassian', email: 'hidden' },
  { type: 'customer', email: 'hidden' },
  { type: 'atlassian', active: false },
  { type: 'customer', active: false },
  { type: 'atlassian', deleted: true },
  { type: 'atlassian', email: 'composed' },
  { type: 'customer', email: 'decomposed' },
  { type: 'atlassian', email: 'shared' },
  { type: 'atlassian', email: 'case-variant' },
  { type: 'atlassian', email: 'missing' },
  { type: 'app' },
  ...NAME_STOCKS.map((stock) => ({ stock })),
];

type EmailPlan = 'plain' | 'hidden' | 'missing' | 'shared' | 'case-variant' | 'composed' | 'decomposed';

interface Plan {
  type: AccountType;
  active: boolean;
  deleted: boolean;
  email: EmailPlan;
  stock: NameStock;
}

const APP_NAMES = [
  'Automation',
  'Release notes',
  'Time reports',
  'Chat bridge',
  'Backup',
  'Forms',
  'Insights',
  'Charts',
];
/** Written with one code point in NFC and with two in NFD. */
const ACCENTED_LOCAL = 'andré.núñez';
const ROSTER_SIZE = withRoster([]).length;

/** A believable directory of `users` accounts, the roster included (which is there even if `users` is less). Same seed, same directory. */
export function generateDirectory({ users, seed }: { users: number; seed: number }): Directory {
  const maker = new Maker(new Chance(seed).fork('directory'));
  const others: User[] = [];
  const wanted = Math.max(0, users - ROSTER_SIZE);
  const showcase = users >= 50 ? SHOWCASE : [];
  for (let at = 0; at < wanted; at++) others.push(maker.make(showcase[at] ?? {}));
  return { users: withRoster(others) };
}

const ODD_EMAILS: readonly (readonly [EmailPlan, number])[] = [
  ['missing', SHARES.EMAIL_MISSING],
  ['shared', SHARES.EMAIL_SHARED],
  ['case-variant', SHARES.EMAIL_CASE_VARIANT],
  ['composed', SHARES.EMAIL_ACCENTED / 2],
  ['decomposed', SHARES.EMAIL_ACCENTED / 2],
];

class Maker {
  private readonly taken = new Map<string, number>();
  private readonly plainEmails: string[] = ['bruno.keller@harbourlight.example'];
  private readonly accented: string[] = [];

  constructor(private readonly chance: Chance) {}

  make(fixed: Partial<Plan>): User {
    const { chance } = this;
    const plan = Object.assign(this.plan(), fixed);
    const { type, stock } = plan;
    const person = type !== 'app';
    const [given, givenLatin] = chance.pick(stock.given);
    const [family, familyLatin] = chance.pick(stock.family);
    const email = person && !plan.deleted ? this.email(plan, `${givenLatin}.${familyLatin}`) : undefined;
    const hidden = email !== undefined && (plan.email === 'hidden' || this.hides(fixed));
    const user: User = {
      accountId: accountId(type, chance),
      accountType: type,
      displayName: plan.deleted ? '' : person ? fullName(stock, given, family) : chance.pick(APP_NAMES),
      emailHidden: hidden,
      emailNullWhenHidden: hidden && chance.happens(SHARES.EMAIL_NULL),
      active: plan.active && !plan.deleted,
      deleted: plan.deleted,
      locale: stock.locale,
      timeZone: stock.timeZone,
      groups: plan.deleted ? [] : this.groups(type),
      created: 0,
      updatedAt: 0,
    };
    // Not by spreading: that takes three times as long, which counts for 100,000 accounts.
    if (email !== undefined) user.email = email;
    if (!person) user.appType = 'service';
    return user;
  }

  private plan(): Plan {
    const { chance } = this;
    const kind = chance.next();
    const type = kind < SHARES.APP ? 'app' : kind < SHARES.APP + SHARES.CUSTOMER ? 'customer' : 'atlassian';
    const person = type !== 'app';
    return {
      type,
      active: !person || !chance.happens(SHARES.DEACTIVATED),
      deleted: person && chance.happens(SHARES.DELETED),
      email: this.emailPlan(),
      stock: chance.pick(NAME_STOCKS),
    };
  }

  private emailPlan(): EmailPlan {
    let draw = this.chance.next();
    for (const [plan, share] of ODD_EMAILS) {
      if (draw < share) return plan;
      draw -= share;
    }
    return 'plain';
  }

  private hides(fixed: Partial<Plan>): boolean {
    return fixed.email === undefined && this.chance.happens(SHARES.EMAIL_HIDDEN);
  }

  private email({ type, email }: Plan, local: string): string | undefined {
    switch (email) {
      case 'missing':
        return undefined;
      case 'shared':
        return this.chance.pick(this.plainEmails);
      case 'case-variant':
        return capitalised(this.chance.pick(this.plainEmails));
      case 'composed':
        return this.accentedEmail().normalize('NFC');
      case 'decomposed':
        return this.accentedEmail().normalize('NFD');
      case 'plain':
      case 'hidden': {
        const made = this.unused(`${local}@${this.domain(type)}`);
        this.plainEmails.push(made);
        return made;
      }
    }
  }

  /** Each accented address is used twice, so that its two Unicode forms meet. */
  private accentedEmail(): string {
    const waiting = this.accented.pop();
    if (waiting !== undefined) return waiting;
    const fresh = this.unused(`${ACCENTED_LOCAL}@${this.chance.pick(COMPANY_DOMAINS)}`);
    this.accented.push(fresh);
    return fresh;
  }

  private unused(email: string): string {
    const count = (this.taken.get(email) ?? 0) + 1;
    this.taken.set(email, count);
    if (count === 1) return email;
    const at = email.indexOf('@');
    return email.slice(0, at) + count + email.slice(at);
  }

  private domain(type: AccountType): string {
    const freeMail = type === 'customer' ? SHARES.FREE_MAIL_CUSTOMERS : SHARES.FREE_MAIL_PEOPLE;
    return this.chance.pick(this.chance.happens(freeMail) ? FREE_MAIL_DOMAINS : COMPANY_DOMAINS);
  }

  private groups(type: AccountType): string[] {
    if (type !== 'atlassian' || !this.chance.happens(SHARES.LICENSED)) return [];
    return this.chance.happens(0.3) ? [GROUPS.jiraUsers, GROUPS.serviceUsers] : [GROUPS.jiraUsers];
  }
}

function fullName(stock: NameStock, given: string, family: string): string {
  switch (stock.order) {
    case 'given-family':
      return `${given} ${family}`;
    case 'family-given':
      return `${family}${given}`;
    case 'family given':
      return `${family} ${given}`;
  }
}

/** `ann.lee@x` becomes `Ann.Lee@X`. */
const capitalised = (email: string): string => email.replace(/(^|[.@])\p{Ll}/gu, (start) => start.toUpperCase());
