import type { Chance } from '../chance/chance';
import type { Journal } from '../journal/journal';
import type { User } from './directory/user';

const TABLE = 'jira:users';
const EMPTY = -1;

/** The accounts of the site, in memory, written through to the journal. */
export class Users {
  private readonly all: User[] = [];
  private readonly byId = new Map<string, User>();
  /** The offsets that /users/search pages over: an index into `all`, or an empty slot. */
  private readonly slots: number[] = [];

  constructor(
    private readonly journal: Journal,
    private readonly chance: Chance,
    private readonly order: 'created' | 'accountId',
    private readonly perEmptySlot: number,
  ) {}

  /** Takes what the journal holds. False when it holds nothing. */
  restore(): boolean {
    const stored: User[] = [];
    for (const { value } of this.journal.load(TABLE)) stored.push(value as User);
    stored.sort((a, b) => a.created - b.created);
    this.take(stored);
    return stored.length > 0;
  }

  fill(users: readonly User[]): void {
    this.take(users.map((user, created) => ({ ...user, created })));
    for (const user of this.all) this.journal.put(TABLE, user.accountId, user);
  }

  get size(): number {
    return this.all.length;
  }

  /** Oldest first. */
  list(): readonly User[] {
    return this.all;
  }

  find(accountId: string): User | undefined {
    return this.byId.get(accountId);
  }

  /** The rank that the next account gets. */
  nextRank(): number {
    return (this.all.at(-1)?.created ?? -1) + 1;
  }

  add(user: User): void {
    this.all.push(user);
    this.byId.set(user.accountId, user);
    this.place(this.all.length - 1);
    this.journal.put(TABLE, user.accountId, user);
  }

  /** Replaces the account that has the same id. */
  replace(user: User): void {
    const current = this.byId.get(user.accountId);
    if (current === undefined) throw new RangeError(`No such account: ${user.accountId}`);
    Object.assign(current, user);
    if (user.email === undefined) delete current.email;
    this.journal.put(TABLE, user.accountId, current);
  }

  /** The accounts in slots `startAt` up to `startAt + size`. Empty only at the end of the list. */
  page(startAt: number, size: number): User[] {
    const page: User[] = [];
    const end = Math.min(startAt + size, this.slots.length);
    for (let at = startAt; at < end; at++) this.pushSlot(page, at);
    // A page of one would be empty at an empty slot: it gets the next account, which the next page repeats.
    for (let at = end; page.length === 0 && end > startAt && at < this.slots.length; at++) this.pushSlot(page, at);
    return page;
  }

  private pushSlot(page: User[], at: number): void {
    const user = this.all[this.slots[at] ?? EMPTY];
    if (user !== undefined) page.push(user);
  }

  private take(users: User[]): void {
    for (const user of users) {
      this.all.push(user);
      this.byId.set(user.accountId, user);
    }
    const indexes = this.all.map((_, index) => index);
    if (this.order === 'accountId') indexes.sort((a, b) => (this.idAt(a) < this.idAt(b) ? -1 : 1));
    for (const index of indexes) this.appendSlot(index);
  }

  private appendSlot(index: number): void {
    const mayLeaveGap = this.slots.length > 0 && this.slots.at(-1) !== EMPTY;
    if (mayLeaveGap && this.perEmptySlot > 0 && this.chance.happens(1 / this.perEmptySlot)) this.slots.push(EMPTY);
    this.slots.push(index);
  }

  private place(index: number): void {
    if (this.order === 'created') {
      this.appendSlot(index);
      return;
    }
    const id = this.idAt(index);
    const before = this.slots.findIndex((other) => other !== EMPTY && this.idAt(other) > id);
    this.slots.splice(before === -1 ? this.slots.length : before, 0, index);
  }

  private idAt(index: number): string {
    return this.all[index]?.accountId ?? '';
  }
}
