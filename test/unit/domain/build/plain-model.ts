/**
 * The Behaviour table for policy `locked` and one epoch, written down plainly and apart from the app: what becomes of an
 * account each time it is looked at, if nobody interferes.
 */

export interface PlainAccount {
  type: 'atlassian' | 'customer';
  name: string;
  email: string | undefined;
  active: boolean;
}

export interface PlainSettings {
  customers: boolean;
  inactive: boolean;
  withoutEmail: boolean;
  excludedDomain: string | undefined;
}

interface Member {
  id: string;
  type: PlainAccount['type'];
  active: boolean;
  order: number;
}

export interface PlainContact {
  name: string;
  email: string | undefined;
  members: Member[];
}

export class PlainModel {
  readonly contacts: PlainContact[] = [];
  readonly skips = new Map<string, string>();
  private links = 0;

  constructor(
    private readonly account: (id: string) => PlainAccount,
    private readonly settings: () => PlainSettings,
  ) {}

  contactOf(id: string): PlainContact | undefined {
    return this.contacts.find(({ members }) => members.some((member) => member.id === id));
  }

  ownerOf(email: string): PlainContact | undefined {
    return this.contacts.find((contact) => contact.email === email);
  }

  look(id: string): void {
    const { type, name, email, active } = this.account(id);
    const { customers, inactive, withoutEmail, excludedDomain } = this.settings();
    const own = this.contactOf(id);
    const excluded =
      type === 'customer' && !customers
        ? 'excluded-type'
        : excludedDomain !== undefined && email?.endsWith(`@${excludedDomain}`) === true
          ? 'excluded-domain'
          : undefined;
    if (excluded !== undefined) {
      if (own !== undefined) own.members = own.members.filter((member) => member.id !== id);
      this.skips.set(id, excluded);
      return;
    }
    if (own !== undefined) {
      own.members = own.members.map((member) => (member.id === id ? { ...member, type, active } : member));
      this.follow(id, own);
      return;
    }
    if (!active && !inactive) this.skips.set(id, 'inactive');
    else if (email === undefined && !withoutEmail) this.skips.set(id, 'no-email');
    else this.link(id, name, email);
  }

  private link(id: string, name: string, email: string | undefined): void {
    const owner = email === undefined ? undefined : this.ownerOf(email);
    const samePerson = owner?.members.some((member) => this.account(member.id).email === email) === true;
    if (owner !== undefined && (owner.members.length === 0 || samePerson)) {
      if (owner.members.length >= 10) this.skips.set(id, 'email-taken');
      else this.join(id, owner);
      return;
    }
    if (email !== undefined && owner !== undefined && !this.move(email, owner, undefined)) {
      this.skips.set(id, 'email-taken');
      return;
    }
    const made: PlainContact = { name, email, members: [] };
    this.contacts.push(made);
    this.join(id, made);
  }

  private join(id: string, contact: PlainContact): void {
    const { type, active } = this.account(id);
    contact.members.push({ id, type, active, order: this.links++ });
    this.follow(id, contact);
  }

  private follow(id: string, contact: PlainContact): void {
    this.skips.delete(id);
    if (primaryOf(contact)?.id !== id) return;
    const { name, email } = this.account(id);
    contact.name = name;
    if (email === undefined || contact.email === email) return;
    const owner = this.ownerOf(email);
    if (owner !== undefined && (owner.members.length === 0 || !this.move(email, owner, contact))) {
      this.skips.set(id, 'email-taken');
      return;
    }
    contact.email = email;
  }

  /** The owner gives the email up if its own account has another one by now, and takes that if it can. */
  private move(email: string, owner: PlainContact, asking: PlainContact | undefined): boolean {
    const followed = primaryOf(owner);
    const theirs = followed === undefined ? undefined : this.account(followed.id).email;
    if (theirs === undefined || theirs === email) return false;
    const holder = this.ownerOf(theirs);
    owner.email = holder === undefined || holder === asking ? theirs : undefined;
    return true;
  }
}

/** Active before deactivated, then Atlassian before portal, then the one linked first. */
function primaryOf({ members }: PlainContact): Member | undefined {
  return [...members].sort(
    (a, b) =>
      Number(b.active) - Number(a.active) ||
      Number(b.type === 'atlassian') - Number(a.type === 'atlassian') ||
      a.order - b.order,
  )[0];
}
