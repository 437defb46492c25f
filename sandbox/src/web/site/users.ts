import { z } from 'zod';
import type { JiraSite, User } from '../../jira';
import type { SiteUser, UserChange, UserPage } from '../api-types';
import { checked, SiteProblem } from './problem';

const name = z.string().trim().min(1, 'A name is needed.').max(255, 'A name has at most 255 characters.');
const email = z
  .string()
  .trim()
  .max(254, 'An email address has at most 254 characters.')
  .regex(/^[^\s@]+@[^\s@]+$/u, 'That is not an email address.');

const newUser = z.object({
  accountType: z.enum(['atlassian', 'customer']),
  name,
  email: email.optional(),
  emailHidden: z.boolean(),
});

const userChange = z.discriminatedUnion('change', [
  z.object({ change: z.literal('rename'), name }),
  z.object({ change: z.literal('email'), email: email.nullable() }),
  z.object({ change: z.literal('email-visibility'), hidden: z.boolean() }),
  z.object({ change: z.literal('active'), active: z.boolean() }),
  z.object({ change: z.literal('delete') }),
]);

const page = z.object({
  search: z.string().max(255).default(''),
  startAt: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

/** The control panel's view of the accounts: what an organisation admin sees, hidden emails included. */
export class SiteUsers {
  constructor(private readonly jira: JiraSite) {}

  list(query: unknown): UserPage {
    const ask = checked(page, query);
    const { users, total } = this.jira.listUsers(ask);
    return { users: users.map(siteUser), total, startAt: ask.startAt };
  }

  get(accountId: string): SiteUser {
    return siteUser(this.find(accountId));
  }

  create(body: unknown): SiteUser {
    const wanted = checked(newUser, body);
    return siteUser(
      this.jira.createUser({
        displayName: wanted.name,
        accountType: wanted.accountType,
        emailHidden: wanted.emailHidden,
        ...(wanted.email === undefined ? {} : { email: wanted.email }),
      }),
    );
  }

  change(accountId: string, body: unknown): SiteUser {
    const change: UserChange = checked(userChange, body);
    const user = this.find(accountId);
    if (user.deleted) throw new SiteProblem(409, 'This account is deleted, and deleted accounts do not come back.');
    if (user.accountType === 'app') throw new SiteProblem(409, 'Accounts of apps cannot be changed.');
    return siteUser(this.apply(accountId, change));
  }

  private apply(accountId: string, change: UserChange): User {
    switch (change.change) {
      case 'rename':
        return this.jira.renameUser(accountId, change.name);
      case 'email':
        return this.jira.changeEmail(accountId, change.email ?? undefined);
      case 'email-visibility':
        return change.hidden ? this.jira.hideEmail(accountId) : this.jira.showEmail(accountId);
      case 'active':
        return change.active ? this.jira.reactivateUser(accountId) : this.jira.deactivateUser(accountId);
      case 'delete':
        return this.jira.deleteUser(accountId);
    }
  }

  private find(accountId: string): User {
    const user = this.jira.findUser(accountId);
    if (user === undefined) throw new SiteProblem(404, 'There is nobody with this account id.');
    return user;
  }
}

const siteUser = (user: User): SiteUser => ({
  accountId: user.accountId,
  accountType: user.accountType,
  name: user.deleted && user.displayName === '' ? 'Former user' : user.displayName,
  ...(user.email === undefined ? {} : { email: user.email }),
  emailHidden: user.emailHidden,
  active: user.active,
  deleted: user.deleted,
});
