import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useId, useState } from 'react';
import { contacts as calls } from '../bridge/calls';
import type { Contact } from '../contract';
import { useFormats } from '../page-provider';
import { queryKeys } from '../state/query-keys';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Failed, Loading } from '../ui/page-states';
import { PersonAvatar } from '../ui/person-avatar';
import { DeactivatedTag, JiraUserTag } from '../ui/tag';
import styles from './contacts.module.css';
import { Fact } from './fact';
import { PlaceHeading, PlaceLink, useNavigation } from './navigation';
import { SyncedSection } from './synced-section';

const ContactDialog = lazy(() => import('./contact-dialog'));
const DeleteDialog = lazy(() => import('./delete-dialog'));

/** One contact: what Kith knows, and what Jira says. */
export function ContactPage({ id }: { id: string }) {
  const contact = useQuery({ queryKey: queryKeys.contact(id), queryFn: () => calls.getContact(id) });
  return (
    <>
      <PlaceLink to={{ page: 'contacts' }} className={`${layout.link} ${styles.back}`}>
        <span aria-hidden="true">← </span>
        {t('contacts.back')}
      </PlaceLink>
      {contact.data !== undefined ? (
        <ContactView contact={contact.data} />
      ) : contact.isError ? (
        <>
          <h1 className={layout.hidden}>{t('contacts.contact')}</h1>
          <Failed error={contact.error} onRetry={() => void contact.refetch()} retrying={contact.isFetching} />
        </>
      ) : (
        <Loading lines={6} />
      )}
    </>
  );
}

function ContactView({ contact }: { contact: Contact }) {
  const client = useQueryClient();
  const { go } = useNavigation();
  const [dialog, setDialog] = useState<'edit' | 'delete'>();
  const lockedId = useId();
  const close = () => setDialog(undefined);
  const removed = () => {
    close();
    client.removeQueries({ queryKey: queryKeys.contact(contact.id) });
    void client.invalidateQueries({ queryKey: queryKeys.contacts });
    go({ page: 'contacts' });
  };

  return (
    <>
      <header className={layout.header}>
        <div className={`${layout.headerText} ${styles.person}`}>
          <PersonAvatar large name={contact.name} imageUrl={contact.jiraUser?.avatarUrl} />
          <PlaceHeading>
            <bdi>{contact.name}</bdi>
            {contact.synced && <JiraUserTag />}
            {contact.jiraUser?.active === false && <DeactivatedTag />}
          </PlaceHeading>
        </div>
        <div>
          <div className={layout.row}>
            <Button onClick={() => setDialog('edit')}>{t('contacts.edit')}</Button>
            <Button
              onClick={() => setDialog('delete')}
              isDisabled={contact.synced}
              aria-describedby={contact.synced ? lockedId : undefined}
            >
              {t('contacts.delete')}
            </Button>
          </div>
        </div>
      </header>
      {contact.synced && (
        <p className={layout.hidden} id={lockedId}>
          {t('contacts.deleteLocked')}
        </p>
      )}
      <div className={styles.columns}>
        <Details contact={contact} />
        <SyncedSection contact={contact} />
      </div>
      <ModalTransition>
        {dialog === 'edit' && (
          <Suspense fallback={null}>
            <ContactDialog contact={contact} onClose={close} />
          </Suspense>
        )}
        {dialog === 'delete' && (
          <Suspense fallback={null}>
            <DeleteDialog
              title={t('contacts.remove.title')}
              body={t('contacts.remove.body', { name: contact.name })}
              remove={() => calls.deleteContact({ id: contact.id, version: contact.version })}
              onRemoved={removed}
              onClose={close}
            />
          </Suspense>
        )}
      </ModalTransition>
    </>
  );
}

function Details({ contact }: { contact: Contact }) {
  const formats = useFormats();
  const headingId = useId();
  return (
    <section className={layout.card} aria-labelledby={headingId}>
      <div className={layout.stack}>
        <h2 className={layout.h2} id={headingId}>
          {t('contacts.details')}
        </h2>
        <dl className={styles.facts}>
          <Fact label={t('shared.email')} value={contact.email} none={t('shared.noEmail')} />
          <Fact label={t('shared.company')} none={t('shared.noCompany')}>
            {contact.companyId !== undefined && (
              <PlaceLink to={{ page: 'company', id: contact.companyId }}>
                <bdi>{contact.companyName ?? contact.companyId}</bdi>
              </PlaceLink>
            )}
          </Fact>
          {contact.nameBeforeSync !== undefined && (
            <Fact label={t('contacts.nameBefore')} value={contact.nameBeforeSync} />
          )}
          {contact.emailBeforeSync !== undefined && (
            <Fact label={t('contacts.emailBefore')} value={contact.emailBeforeSync} />
          )}
          <Fact label={t('contacts.created')} value={formats.dateTime(contact.createdAt)} />
          <Fact label={t('contacts.updated')} value={formats.dateTime(contact.updatedAt)} />
        </dl>
        {contact.locked === true && <p className={layout.small}>{t('contacts.form.lockedNow')}</p>}
        {contact.synced && <p className={layout.small}>{t('contacts.deleteLocked')}</p>}
      </div>
    </section>
  );
}
