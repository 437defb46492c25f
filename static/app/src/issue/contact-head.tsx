import type { ReactNode } from 'react';
import { openContact } from '../bridge/calls';
import type { Contact, IssueContact } from '../contract';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { PersonAvatar } from '../ui/person-avatar';
import { DeactivatedTag, Tag } from '../ui/tag';
import { useOpener } from '../ui/use-opener';
import styles from './issue-panel.module.css';

interface Props {
  shown: IssueContact;
  contact: Contact;
  /** What can be done about it. */
  children: ReactNode;
}

/** Who it is, in two lines. The name opens the contact's page. */
export function ContactHead({ shown, contact, children }: Props) {
  const opener = useOpener();
  const user = contact.jiraUser;
  const isManual = shown.chosen === 'manual';
  return (
    <div className={styles.person}>
      <PersonAvatar name={contact.name} imageUrl={user?.avatarUrl} />
      <div>
        <div className={styles.nameLine}>
          <h2 className={styles.name}>
            <button
              type="button"
              className={layout.link}
              title={t('issue.open')}
              onClick={() => opener.open(() => openContact(contact.id))}
            >
              <bdi>{contact.name}</bdi>
            </button>
          </h2>
          {contact.synced ? (
            <Tag look="information">{t('contacts.kind.synced')}</Tag>
          ) : (
            <Tag>{t('contacts.kind.regular')}</Tag>
          )}
          {user?.active === false && <DeactivatedTag />}
          {isManual && <Tag>{t('issue.manual')}</Tag>}
        </div>
        <p className={layout.small} dir="auto">
          {isManual && shown.reporter !== undefined
            ? t('issue.reportedBy', { name: shown.reporter.name })
            : [
                ...(isManual ? [] : [t('issue.reporter')]),
                ...(user === undefined
                  ? []
                  : [user.accountType === 'customer' ? t('shared.portalCustomer') : t('shared.jiraUser')]),
              ].join(' · ')}
        </p>
        {children}
        {opener.refused && <p role="alert">{t('shared.openRefused')}</p>}
      </div>
    </div>
  );
}
