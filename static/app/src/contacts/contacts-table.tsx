import type { Contact } from '../contract';
import { useFormats } from '../page-provider';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { PersonAvatar } from '../ui/person-avatar';
import table from '../ui/table.module.css';
import { DeactivatedTag, JiraUserTag } from '../ui/tag';
import styles from './contacts.module.css';
import { PlaceLink } from './navigation';

interface Props {
  contacts: readonly Contact[];
  caption: string;
  busy?: boolean;
  withCompany?: boolean;
}

/** One page of contacts. */
export function ContactsTable({ contacts, caption, busy = false, withCompany = true }: Props) {
  const formats = useFormats();
  return (
    <div className={table.scroller}>
      <table className={`${table.table} ${table.folds} ${table.middle} ${busy ? table.busy : ''}`} aria-busy={busy}>
        <caption className={layout.hidden}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('shared.name')}</th>
            <th scope="col">{t('shared.email')}</th>
            {withCompany && <th scope="col">{t('shared.company')}</th>}
            <th scope="col">{t('contacts.updated')}</th>
          </tr>
        </thead>
        <tbody>
          {contacts.map((contact) => (
            <tr key={contact.id}>
              <td>
                <div className={styles.person}>
                  <PersonAvatar name={contact.name} imageUrl={contact.jiraUser?.avatarUrl} />
                  <ContactName contact={contact} />
                </div>
              </td>
              <td>{contact.email !== undefined && <bdi>{contact.email}</bdi>}</td>
              {withCompany && (
                <td>
                  {contact.companyId !== undefined && (
                    <PlaceLink to={{ page: 'company', id: contact.companyId }}>
                      <bdi>{contact.companyName ?? contact.companyId}</bdi>
                    </PlaceLink>
                  )}
                </td>
              )}
              <td className={table.wideOnly}>
                <time className={table.whole} dateTime={contact.updatedAt} title={formats.dateTime(contact.updatedAt)}>
                  {formats.date(contact.updatedAt)}
                </time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ContactName({ contact }: { contact: Contact }) {
  return (
    <span className={styles.name}>
      <PlaceLink to={{ page: 'contact', id: contact.id }}>
        <bdi>{contact.name}</bdi>
      </PlaceLink>
      {contact.synced && <JiraUserTag />}
      {contact.jiraUser?.active === false && <DeactivatedTag />}
    </span>
  );
}
