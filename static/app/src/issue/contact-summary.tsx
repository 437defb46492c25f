import type { Contact, IssueContact } from '../contract';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { PersonAvatar } from '../ui/person-avatar';
import { JiraUserTag, Tag } from '../ui/tag';
import styles from './issue-panel.module.css';

/** The contact in a few lines. */
export function ContactSummary({ shown, contact }: { shown: IssueContact; contact: Contact }) {
  const company = shown.company?.name ?? contact.companyName;
  const user = contact.jiraUser;
  return (
    <>
      <div className={styles.person}>
        <PersonAvatar name={contact.name} imageUrl={user?.avatarUrl} />
        <div>
          <h2 className={styles.name}>
            <bdi>{contact.name}</bdi>
            {contact.synced && <JiraUserTag />}
          </h2>
          <p className={layout.small}>
            {shown.chosen === 'manual' ? t('issue.manual') : t('issue.reporter')}
            {shown.chosen === 'manual' && shown.reporter !== undefined && (
              <>
                {' · '}
                <bdi>{t('issue.reportedBy', { name: shown.reporter.name })}</bdi>
              </>
            )}
          </p>
        </div>
      </div>
      <dl className={styles.facts}>
        <dt>{t('shared.email')}</dt>
        <dd>{contact.email === undefined ? t('shared.noEmail') : <bdi>{contact.email}</bdi>}</dd>
        <dt>{t('shared.company')}</dt>
        <dd>{company === undefined ? t('shared.noCompany') : <bdi>{company}</bdi>}</dd>
        {user !== undefined && (
          <>
            <dt>{t('issue.jiraAccount')}</dt>
            <dd className={layout.row}>
              {user.accountType === 'customer' ? t('shared.portalCustomer') : t('shared.jiraUser')}
              <Tag look={user.active ? 'success' : 'warning'}>
                {user.active ? t('shared.active') : t('shared.deactivated')}
              </Tag>
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
