import Button from '@atlaskit/button/new';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { contacts as calls, openAddress, openProfile } from '../bridge/calls';
import type { Contact, JiraUser } from '../contract';
import { useFormats } from '../page-provider';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { PersonAvatar } from '../ui/person-avatar';
import { DeactivatedTag, Tag } from '../ui/tag';
import { useOpener } from '../ui/use-opener';
import page from './contact-page.module.css';
import styles from './contacts.module.css';

import { rememberContact } from './remember-contact';
import { SaveFailed } from './save-failed';
import { WhyLinked } from './why-linked-view';

/** What Jira says about the person. Nothing for contacts without a Jira user. */
export function SyncedSection({ contact }: { contact: Contact }) {
  const headingId = useId();
  if (contact.jiraUser === undefined) return null;
  return (
    <section className={layout.card} aria-labelledby={headingId}>
      <div className={layout.stack}>
        <div>
          <h2 className={layout.h2} id={headingId}>
            {t('contacts.synced.heading')}
          </h2>
          <p className={layout.lead}>{t('contacts.synced.lead')}</p>
        </div>
        <Linked contact={contact} user={contact.jiraUser} />
      </div>
    </section>
  );
}

function Linked({ contact, user }: { contact: Contact; user: JiraUser }) {
  const formats = useFormats();
  const client = useQueryClient();
  const opener = useOpener();
  const refresh = useMutation({
    mutationFn: async () => {
      const { items } = await calls.refreshContacts([contact.id]);
      const fresh = items.find(({ id }) => id === contact.id);
      if (fresh !== undefined) rememberContact(client, fresh);
      return { asked: fresh?.jiraUser?.retrievedAt !== user.retrievedAt };
    },
  });
  const others = contact.otherJiraUsers ?? [];
  const { nameBeforeSync, emailBeforeSync } = contact;

  return (
    <>
      <div className={styles.account}>
        <PersonAvatar large name={user.name} imageUrl={user.avatarUrl} />
        <dl className={page.values}>
          <Fact label={t('contacts.synced.name')}>
            <bdi>{user.name}</bdi>
          </Fact>
          <Fact label={t('contacts.synced.email')}>
            {user.email === undefined ? (
              <span className={styles.none}>{t('shared.noEmail')}</span>
            ) : (
              <bdi>{user.email}</bdi>
            )}
          </Fact>
          <Fact label={t('shared.jiraUser')}>
            <button type="button" className={layout.link} onClick={() => opener.open(() => openAccount(user))}>
              {openLabel(user)}
            </button>
          </Fact>
          <Fact label={t('contacts.synced.kind')}>{kindOf(user)}</Fact>
          <Fact label={t('contacts.synced.state')}>
            {user.active ? <Tag look="success">{t('shared.active')}</Tag> : <DeactivatedTag />}
          </Fact>
          {nameBeforeSync !== undefined && (
            <Fact label={t('contacts.before.name')}>
              <bdi>{nameBeforeSync}</bdi>
            </Fact>
          )}
          {emailBeforeSync !== undefined && (
            <Fact label={t('contacts.before.email')}>
              <bdi>{emailBeforeSync}</bdi>
            </Fact>
          )}
          <Fact label={t('contacts.synced.looked')}>
            <time dateTime={user.retrievedAt} title={formats.dateTime(user.retrievedAt)}>
              {formats.ago(user.retrievedAt, Date.now())}
            </time>
          </Fact>
        </dl>
      </div>
      {!user.active && <p className={layout.small}>{t('contacts.synced.deactivated')}</p>}
      <div className={layout.row}>
        <Button onClick={() => refresh.mutate()} isLoading={refresh.isPending}>
          {t('contacts.synced.refresh')}
        </Button>
        <p role="status" className={layout.small}>
          {refresh.isSuccess && (refresh.data.asked ? t('contacts.synced.refreshed') : t('contacts.synced.upToDate'))}
          {opener.refused && t('shared.openRefused')}
        </p>
      </div>
      {refresh.isError && <SaveFailed error={refresh.error} />}
      {others.length > 0 && (
        <div className={`${layout.stack} ${layout.tight}`}>
          <h3 className={layout.h3}>{t('contacts.synced.more')}</h3>
          <ul className={styles.accounts}>
            {others.map((other) => (
              <OtherAccount key={other.accountId} user={other} onOpen={() => opener.open(() => openAccount(other))} />
            ))}
          </ul>
        </div>
      )}
      <WhyLinked contact={contact} />
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className={page.term}>{label}</dt>
      <dd className={page.fact}>{children}</dd>
    </div>
  );
}

function OtherAccount({ user, onOpen }: { user: JiraUser; onOpen: () => void }) {
  return (
    <li className={styles.person}>
      <PersonAvatar name={user.name} imageUrl={user.avatarUrl} />
      <div>
        <span className={styles.name}>
          <button type="button" className={layout.link} onClick={onOpen} title={openLabel(user)}>
            <bdi>{user.name}</bdi>
          </button>
          {!user.active && <DeactivatedTag />}
        </span>
        <p className={layout.small}>
          {kindOf(user)} · <bdi>{user.email ?? t('shared.noEmail')}</bdi>
        </p>
      </div>
    </li>
  );
}

function kindOf(user: JiraUser): string {
  return user.accountType === 'customer' ? t('shared.portalCustomer') : t('shared.jiraUser');
}

function openLabel(user: JiraUser): string {
  return user.accountType === 'customer' ? t('contacts.synced.openRequests') : t('contacts.synced.open');
}

/** Portal customers have no profile page; their address is the search for their requests. */
function openAccount(user: JiraUser): Promise<void> {
  return user.accountType === 'customer' ? openAddress(user.profileUrl) : openProfile(user.accountId);
}
