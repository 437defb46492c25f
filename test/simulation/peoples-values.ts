import { clean, keyOf } from './compare';
import type { StoredContact } from './stored';
import type { Commit } from './watcher';

/** Functions by which a person writes values into a contact. */
const writing: ReadonlySet<string> = new Set(['createContact', 'updateContact']);

interface Values {
  /** The value that stands there because a person wrote it last; undefined once sync has replaced it. */
  name: string | undefined;
  email: string | undefined;
  names: Set<string>;
  emails: Set<string>;
  /** A person has changed the email while the contact was there: perhaps it is theirs now. */
  changedEmail: boolean;
}

/** What people have written into contacts, so that nothing of it can get lost unnoticed. */
export class PeoplesValues {
  private readonly contacts = new Map<string, Values>();

  of(contactId: string): Values {
    let values = this.contacts.get(contactId);
    if (values === undefined) {
      values = { name: undefined, email: undefined, names: new Set(), emails: new Set(), changedEmail: false };
      this.contacts.set(contactId, values);
    }
    return values;
  }

  isWriting(commit: Commit): boolean {
    return commit.by?.call !== undefined && writing.has(commit.by.call);
  }

  note(commit: Commit): void {
    for (const { entity, key, before, after } of commit.changes) {
      if (entity !== 'contact' || after === undefined) continue;
      const one = before as StoredContact | undefined;
      const other = after as unknown as StoredContact;
      const values = this.of(key);
      const named = one?.name !== other.name;
      const mailed = one?.email !== other.email;
      if (!this.isWriting(commit)) {
        if (named) values.name = undefined;
        if (mailed) values.email = undefined;
        continue;
      }
      if (named) {
        values.name = other.name;
        values.names.add(clean(other.name));
      }
      if (mailed) {
        values.email = other.email;
        values.changedEmail = one !== undefined;
        if (other.email !== undefined) values.emails.add(keyOf(other.email));
      }
    }
  }
}
