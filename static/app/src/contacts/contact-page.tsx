import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useId, useState } from 'react';
import { contacts as calls } from '../bridge/calls';
import type { Contact } from '../contract';
import { fieldsOf } from '../fields/field-draft';
import { queryKeys } from '../state/query-keys';
import { useMyRights } from '../state/use-my-rights';
import { useTemplate } from '../state/use-template';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Failed, Loading } from '../ui/page-states';
import { PersonAvatar } from '../ui/person-avatar';
import { DeactivatedTag, JiraUserTag } from '../ui/tag';
import { ContactAbout } from './contact-about';
import { ContactEditing } from './contact-editing';
import styles from './contact-page.module.css';
import { ContactSections } from './contact-sections';
import shared from './contacts.module.css';
import { PlaceHeading, PlaceLink } from './navigation';
import { shownSections } from './shown-sections';

const ContactDialog = lazy(() => import('./contact-dialog'));
const ContactRemoval = lazy(() => import('./contact-removal'));
const IssuesCard = lazy(() => import('../issues/issues-card'));
const IssuesThatFollow = lazy(() => import('../issue-changes/issues-that-follow'));

/** One contact: what Kith knows, and what Jira says. */
export function ContactPage({ id }: { id: string }) {
  const contact = useQuery({ queryKey: queryKeys.contact(id), queryFn: () => calls.getContact(id) });
  return (
    <>
      <PlaceLink to={{ page: 'contacts' }} className={`${layout.link} ${shared.back}`}>
        <span aria-hidden="true">← </span>
        {t('contacts.title')}
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
  const rights = useMyRights();
  const template = useTemplate('contact');
  const [dialog, setDialog] = useState<'edit' | 'delete'>();
  const [companyBefore] = useState(contact.companyId ?? '');
  const issuesOf = { contactId: contact.id };
  const lockedId = useId();
  const close = () => setDialog(undefined);
  const sections = template.data === undefined ? undefined : shownSections(template.data.sections, contact);
  const fields = fieldsOf(template.data?.sections ?? []);
  const alone = sections?.length === 0;

  return (
    <ContactEditing contact={contact} fields={fields} mayEdit={rights.edit}>
      <header className={layout.header}>
        <div className={`${layout.headerText} ${shared.person}`}>
          <PersonAvatar large name={contact.name} imageUrl={contact.jiraUser?.avatarUrl} />
          <PlaceHeading>
            <bdi>{contact.name}</bdi>
            {contact.synced && <JiraUserTag />}
            {contact.jiraUser?.active === false && <DeactivatedTag />}
          </PlaceHeading>
        </div>
        <div className={layout.row}>
          {rights.edit && <Button onClick={() => setDialog('edit')}>{t('contacts.edit')}</Button>}
          {rights.delete && (
            <Button
              onClick={() => setDialog('delete')}
              isDisabled={contact.synced}
              aria-describedby={contact.synced ? lockedId : undefined}
            >
              {t('contacts.delete')}
            </Button>
          )}
        </div>
      </header>
      {contact.synced && rights.delete && (
        <p className={layout.hidden} id={lockedId}>
          {t('contacts.deleteLocked')}
        </p>
      )}
      <div className={`${styles.columns} ${alone ? styles.alone : ''}`}>
        <ContactAbout mayDelete={rights.delete} />
        {sections !== undefined ? (
          <ContactSections sections={sections} />
        ) : template.isError ? (
          <Failed error={template.error} onRetry={() => void template.refetch()} retrying={template.isFetching} />
        ) : (
          <Loading lines={6} />
        )}
      </div>
      <Suspense fallback={null}>
        {rights.edit && (
          <IssuesThatFollow of={issuesOf} before={companyBefore} now={contact.companyId ?? ''} otherwise="none" />
        )}
        <IssuesCard of={issuesOf} />
      </Suspense>
      <ModalTransition>
        {dialog === 'edit' && (
          <Suspense fallback={null}>
            <ContactDialog contact={contact} onClose={close} />
          </Suspense>
        )}
        {dialog === 'delete' && (
          <Suspense fallback={null}>
            <ContactRemoval contact={contact} onClose={close} />
          </Suspense>
        )}
      </ModalTransition>
    </ContactEditing>
  );
}
