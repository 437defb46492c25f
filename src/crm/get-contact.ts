import type { Contact } from '../contract/contact';
import { ok, type Result } from '../contract/result';
import type { Site } from '../jira/site-url';
import { contactView } from './contact-view';
import { noSuchContact, readContact } from './read-contact';
import { readSurroundings } from './read-surroundings';

export async function getContact(id: string, site: Site): Promise<Result<Contact>> {
  const { contact, state } = await readContact(id);
  if (contact.record === undefined) return noSuchContact;
  const surroundings = await readSurroundings([contact.record], state.current, site);
  return ok(contactView(contact.record, surroundings));
}
