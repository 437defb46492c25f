import type { Contact, IssueContact } from '../contract';
import { issue as texts } from '../texts/en/issue';
import { shared } from '../texts/en/shared';
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
            {shown.chosen === 'manual' ? texts.manual : texts.reporter}
            {shown.chosen === 'manual' && shown.reporter !== undefined && (
              <>
                {' · '}
                <bdi>{texts.reportedBy(shown.reporter.name)}</bdi>
              </>
            )}
          </p>
        </div>
      </div>
      <dl className={styles.facts}>
        <dt>{shared.email}</dt>
        <dd>{contact.email === undefined ? shared.noEmail : <bdi>{contact.email}</bdi>}</dd>
        <dt>{shared.company}</dt>
        <dd>{company === undefined ? shared.noCompany : <bdi>{company}</bdi>}</dd>
        {user !== undefined && (
          <>
            <dt>{texts.jiraAccount}</dt>
            <dd className={layout.row}>
              {user.accountType === 'customer' ? shared.portalCustomer : shared.jiraUser}
              <Tag look={user.active ? 'success' : 'warning'}>{user.active ? shared.active : shared.deactivated}</Tag>
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
