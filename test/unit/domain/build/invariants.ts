import { emailKey } from '../../../../src/domain/email-key';
import { shownOf } from '../../../../src/domain/shown-account';
import type { World } from './world';

/**
 * What holds after every decision: an email key is claimed by the one contact that has this email; a contact with an email
 * owns its claim; a contact and its links name each other, and what it copies of them is what they hold; no contact has more than ten accounts.
 *
 * @throws Error that says what does not hold
 */
export function expectInvariants(world: World): void {
  const broken: string[] = [];
  for (const contact of world.contacts) {
    if (contact.email !== undefined && world.claim(contact.email)?.contactId !== contact.id) {
      broken.push(`${contact.id} does not own ${contact.email}`);
    }
    if (contact.accounts.length > 10) broken.push(`${contact.id} has ${contact.accounts.length} accounts`);
    if (contact.primary !== undefined && !contact.accounts.some((own) => own.accountId === contact.primary)) {
      broken.push(`${contact.id} follows ${contact.primary}, which is none of its accounts`);
    }
    for (const { accountId, epoch, shown } of contact.accounts) {
      const link = world.link(accountId);
      if (shown !== undefined && link !== undefined && JSON.stringify(shown) !== JSON.stringify(shownOf(link))) {
        broken.push(`${contact.id} shows ${JSON.stringify(shown)} of ${accountId}, and its link something else`);
      }
      if (link?.contactId !== contact.id || link.epoch !== epoch) {
        broken.push(`${contact.id} names ${accountId}, whose link does not name it`);
      }
    }
    for (const { accountId, former } of contact.origins) {
      const names = world.former(accountId)?.contactId === contact.id;
      if (former !== names) broken.push(`the origin ${accountId} of ${contact.id} and its former link disagree`);
    }
  }
  for (const [key, { record }] of world.tables.claim) {
    const owner = record === undefined ? undefined : world.contact(record.contactId);
    if (owner?.email === undefined || emailKey(owner.email) !== key)
      broken.push(`${key} is claimed by nobody who has it`);
    if ((record?.waiting.length ?? 0) > 20) broken.push(`more than 20 accounts wait for ${key}`);
  }
  for (const [accountId, { record }] of world.tables.user) {
    if (record?.kind !== 'link') continue;
    const contact = world.contact(record.contactId);
    const isMissing = contact === undefined && record.epoch === world.epoch;
    if (isMissing) broken.push(`the link of ${accountId} names a contact that does not exist`);
    if (contact !== undefined && !contact.accounts.some((own) => own.accountId === accountId)) {
      broken.push(`the link of ${accountId} names ${contact.id}, which does not name it`);
    }
  }
  if (broken.length > 0) throw new Error(`Invariants broken: ${broken.join('; ')}.`);
}
