import type { Journal } from '../journal/journal';
import { GROUPS } from './directory/roster';
import type { User } from './directory/user';
import { groupId } from './user-json';
import type { Users } from './users';

const TABLE = 'jira:groups';

export interface Group {
  name: string;
  groupId: string;
}

/** The groups of the site: those that it begins with, and those made since. Accounts name the groups that they are in. */
export class Groups {
  private readonly names = new Set<string>(Object.values(GROUPS));

  constructor(
    private readonly journal: Journal,
    private readonly users: Users,
  ) {}

  /** Takes what the journal holds. */
  restore(): void {
    for (const { key } of this.journal.load(TABLE)) this.names.add(key);
  }

  /** By name. */
  list(): Group[] {
    return [...this.names].sort().map((name) => ({ name, groupId: groupId(name) }));
  }

  /** @throws RangeError when there is one of this name. */
  create(name: string): Group {
    if (this.names.has(name)) throw new RangeError(`The group exists: ${name}`);
    this.names.add(name);
    this.journal.put(TABLE, name, {});
    return { name, groupId: groupId(name) };
  }

  /** No product event tells of it. Adding twice changes nothing. @throws RangeError when there is no such account or group. */
  add(accountId: string, name: string): void {
    const user = this.memberToBe(accountId, name);
    if (!user.groups.includes(name)) this.users.replace({ ...user, groups: [...user.groups, name] });
  }

  /** @throws RangeError when there is no such account or group. */
  remove(accountId: string, name: string): void {
    const user = this.memberToBe(accountId, name);
    this.users.replace({ ...user, groups: user.groups.filter((one) => one !== name) });
  }

  private memberToBe(accountId: string, name: string): User {
    if (!this.names.has(name)) throw new RangeError(`No such group: ${name}`);
    const user = this.users.find(accountId);
    if (user === undefined) throw new RangeError(`No such account: ${accountId}`);
    return user;
  }
}
