import { GROUPS } from './directory/roster';
import type { AccountType, User } from './directory/user';
import type { Site } from './endpoint';
import { type UserEventName, userEvent } from './events';

export interface NewUser {
  displayName: string;
  email?: string;
  accountType?: AccountType;
  emailHidden?: boolean;
  active?: boolean;
  groups?: string[];
  accountId?: string;
}

/** Changes to the accounts of the site. Each one sends its product event at once. */
export class UserChanges {
  constructor(
    private readonly site: Site,
    private readonly events: (name: string, payload: object) => void,
  ) {}

  /** @throws RangeError when the account id is taken. */
  create(wanted: NewUser): User {
    const { accountType = 'atlassian' } = wanted;
    const accountId = wanted.accountId ?? this.newId(accountType);
    if (this.site.users.find(accountId) !== undefined) throw new RangeError(`The account exists: ${accountId}`);
    const user: User = {
      accountId,
      accountType,
      ...(accountType === 'app' ? { appType: 'service' as const } : {}),
      displayName: wanted.displayName,
      ...(wanted.email === undefined ? {} : { email: wanted.email }),
      emailHidden: wanted.emailHidden ?? false,
      emailNullWhenHidden: false,
      active: wanted.active ?? true,
      deleted: false,
      locale: 'en-US',
      timeZone: 'Etc/UTC',
      groups: wanted.groups ?? (accountType === 'atlassian' ? [GROUPS.jiraUsers] : []),
      created: this.site.users.nextRank(),
      updatedAt: this.site.clock.now(),
    };
    this.site.users.add(user);
    this.tell('avi:jira:created:user', user);
    return structuredClone(user);
  }

  rename(accountId: string, displayName: string): User {
    return this.update(accountId, (user) => ({ ...user, displayName }));
  }

  /** `undefined` takes the email away. */
  changeEmail(accountId: string, email: string | undefined): User {
    return this.update(accountId, ({ email: _former, ...user }) => (email === undefined ? user : { ...user, email }));
  }

  hideEmail(accountId: string): User {
    return this.update(accountId, (user) => ({ ...user, emailHidden: true }));
  }

  showEmail(accountId: string): User {
    return this.update(accountId, (user) => ({ ...user, emailHidden: false }));
  }

  deactivate(accountId: string): User {
    return this.update(accountId, (user) => ({ ...user, active: false }));
  }

  reactivate(accountId: string): User {
    return this.update(accountId, (user) => ({ ...user, active: true }));
  }

  /** The account stays in lists, and on its issues, as a degraded record. Deleting twice changes nothing. */
  delete(accountId: string): User {
    const before = this.get(accountId);
    if (before.deleted) return structuredClone(before);
    const was = structuredClone(before);
    const { email: _erased, ...rest } = before;
    const after: User = { ...rest, displayName: '', active: false, deleted: true, groups: [] };
    this.site.users.replace({ ...after, updatedAt: this.site.clock.now() });
    this.tell('avi:jira:deleted:user', was);
    return structuredClone(this.get(accountId));
  }

  private update(accountId: string, change: (user: User) => User): User {
    const before = this.get(accountId);
    if (before.deleted) throw new RangeError(`The account is deleted: ${accountId}`);
    this.site.users.replace({ ...change(before), updatedAt: this.site.clock.now() });
    const after = this.get(accountId);
    this.tell('avi:jira:updated:user', after);
    return structuredClone(after);
  }

  private get(accountId: string): User {
    const user = this.site.users.find(accountId);
    if (user === undefined) throw new RangeError(`No such account: ${accountId}`);
    return user;
  }

  private tell(name: UserEventName, user: User): void {
    if (user.accountType === 'customer' && !this.site.options.customerUserEvents) return;
    this.events(name, userEvent(this.site.options, name, user, this.site.clock.now()));
  }

  private newId(accountType: AccountType): string {
    const { chance } = this.site;
    return accountType === 'customer' ? `qm:${chance.uuid()}:${chance.hex(32)}` : `712020:${chance.uuid()}`;
  }
}
