import type { Contact } from '../contract';
import { useFormats } from '../page-provider';
import { t } from '../texts/t';
import { Hidden } from '../ui/hidden';
import layout from '../ui/layout.module.css';
import { PersonAvatar } from '../ui/person-avatar';
import table from '../ui/table.module.css';
import { DeactivatedTag, JiraUserTag } from '../ui/tag';
import list from './contact-list.module.css';
import styles from './contacts.module.css';
import { PlaceLink } from './navigation';
import type { Selection } from './selection';

interface Props {
  contacts: readonly Contact[];
  caption: string;
  busy?: boolean;
  withCompany?: boolean;
  /** The contacts that are ticked; without it, none can be. */
  selection?: Selection;
  onTick?: (contact: Contact, ticked: boolean) => void;
}

/** One page of contacts. */
export function ContactsTable({ contacts, caption, busy = false, withCompany = true, selection, onTick }: Props) {
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
            <tr key={contact.id} className={selection?.has(contact.id) === true ? list.ticked : undefined}>
              <td>
                <div className={selection === undefined ? styles.person : list.personWithTick}>
                  {selection !== undefined && (
                    <label className={list.tick}>
                      <input
                        type="checkbox"
                        checked={selection.has(contact.id)}
                        onChange={(event) => onTick?.(contact, event.currentTarget.checked)}
                      />
                      <Hidden>{t('contacts.list.select', { name: contact.name })}</Hidden>
                    </label>
                  )}
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
