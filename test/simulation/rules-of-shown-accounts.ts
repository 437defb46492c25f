import type { StoredAccount, StoredLink } from './stored';
import { Broken, type Commit, type Watcher } from './watcher';

/** What a contact shows of an account is what the account's link holds, whichever of the two was written. */
export function contactsShowTheirLinks({ changes }: Commit, { mirror }: Watcher): void {
  const contactIds = new Set<string>();
  for (const { entity, key, after } of changes) {
    if (entity === 'contact') contactIds.add(key);
    if (entity === 'jira-user' && after?.kind === 'link') contactIds.add(String(after.contactId));
  }
  for (const id of contactIds) {
    for (const account of mirror.contact(id)?.accounts ?? []) {
      const link = mirror.user(account.accountId);
      if (link?.kind !== 'link') continue;
      const [one, other] = [copied(account), held(link)];
      if (one !== other)
        throw new Broken(`contact ${id} shows ${one} of ${account.accountId}, its link holds ${other}`);
    }
  }
}

function copied({ type, active, linkedAt, shown }: StoredAccount): string {
  return JSON.stringify([type, active, linkedAt, shown?.name, shown?.email, shown?.avatarUrl, shown?.retrievedAt]);
}

function held({ accountType, active, linkedAt, name, email, avatarUrl, retrievedAt }: StoredLink): string {
  return JSON.stringify([accountType, active, linkedAt, name, email, avatarUrl, retrievedAt]);
}
