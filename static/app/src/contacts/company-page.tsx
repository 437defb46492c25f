import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { contacts as calls } from '../bridge/calls';
import type { Company } from '../contract';
import { fieldsOf, sameValue } from '../fields/field-draft';
import { queryKeys } from '../state/query-keys';
import { useMyRights } from '../state/use-my-rights';
import { useTemplate } from '../state/use-template';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Failed, Loading } from '../ui/page-states';
import { CompanyAbout, CompanySections } from './company-about';
import { CompanyContacts } from './company-contacts';
import { useCompanyEditing } from './company-editing';
import own from './company-page.module.css';
import styles from './contact-page.module.css';
import shared from './contacts.module.css';
import { PlaceHeading, PlaceLink } from './navigation';
import { RightsNote } from './rights-note';

const CompanyDialog = lazy(() => import('./company-dialog'));
const CompanyRemoval = lazy(() => import('./company-removal'));
const IssuesCard = lazy(() => import('../issues/issues-card'));
const IssuesThatFollow = lazy(() => import('../issue-changes/issues-that-follow'));
const CompanyChangesCard = lazy(() =>
  import('../company-changes/company-changes-card').then((module) => ({ default: module.CompanyChangesCard })),
);

/** One company: its values, what its domains would change, and the contacts who belong to it. */
export function CompanyPage({ id }: { id: string }) {
  const company = useQuery({ queryKey: queryKeys.company(id), queryFn: () => calls.getCompany(id) });
  return (
    <>
      <PlaceLink to={{ page: 'companies' }} className={`${layout.link} ${shared.back}`}>
        <span aria-hidden="true">← </span>
        {t('contacts.companies')}
      </PlaceLink>
      {company.data !== undefined ? (
        <CompanyView company={company.data} />
      ) : company.isError ? (
        <>
          <h1 className={layout.hidden}>{t('shared.company')}</h1>
          <Failed error={company.error} onRetry={() => void company.refetch()} retrying={company.isFetching} />
        </>
      ) : (
        <Loading lines={6} />
      )}
    </>
  );
}

function CompanyView({ company }: { company: Company }) {
  const rights = useMyRights();
  const template = useTemplate('company');
  const [dialog, setDialog] = useState<'edit' | 'delete'>();
  const [domainsSaved, setDomainsSaved] = useState(false);
  const [nameBefore] = useState(company.name);
  const fields = fieldsOf(template.data?.sections ?? []);
  const sections = template.data?.sections.filter((section) => section.kind === 'fields' && section.fields.length > 0);
  const noticeDomains = (saved: Company, before: Company) => {
    if (!sameValue(saved.domains, before.domains)) setDomainsSaved(true);
  };
  const editing = useCompanyEditing(fields, noticeDomains);
  const changesCalls = useMemo(() => calls.companyChangesOf(company.id), [company.id]);
  const close = () => setDialog(undefined);
  const issuesOf = { companyId: company.id };
  const follow = rights.edit && (
    <Suspense fallback={null}>
      <IssuesThatFollow of={issuesOf} before={nameBefore} now={company.name} otherwise="quiet" />
    </Suspense>
  );

  return (
    <>
      <header className={layout.header}>
        <div className={layout.headerText}>
          <PlaceHeading>
            <bdi>{company.name}</bdi>
          </PlaceHeading>
          <RightsNote />
        </div>
        <div className={layout.row}>
          {rights.edit && <Button onClick={() => setDialog('edit')}>{t('contacts.edit')}</Button>}
          {rights.delete && <Button onClick={() => setDialog('delete')}>{t('contacts.delete')}</Button>}
        </div>
      </header>
      <div className={`${styles.columns} ${sections?.length === 0 ? styles.alone : ''}`}>
        <CompanyAbout company={company} mayEdit={rights.edit} editing={editing} />
        {sections !== undefined ? (
          <CompanySections
            sections={sections.filter((section) => section.kind === 'fields')}
            company={company}
            mayEdit={rights.edit}
            editing={editing}
          />
        ) : template.isError ? (
          <Failed error={template.error} onRetry={() => void template.refetch()} retrying={template.isFetching} />
        ) : (
          <Loading lines={6} />
        )}
      </div>
      {rights.edit && (
        <Suspense fallback={null}>
          <CompanyChangesCard
            calls={changesCalls}
            companyId={company.id}
            offer={domainsSaved ? 'clear' : company.domains.length > 0 ? 'quiet' : 'none'}
            onDeclined={() => setDomainsSaved(false)}
            nameOf={({ contactId, name }) => (
              <PlaceLink to={{ page: 'contact', id: contactId }}>
                <bdi>{name}</bdi>
              </PlaceLink>
            )}
          />
        </Suspense>
      )}
      {company.name !== nameBefore && follow}
      <CompanyContacts company={company} />
      <div className={own.below}>
        <Suspense fallback={null}>
          <IssuesCard of={issuesOf} />
        </Suspense>
        {company.name === nameBefore && follow}
      </div>
      {editing.surroundings}
      <ModalTransition>
        {dialog === 'edit' && (
          <Suspense fallback={null}>
            <CompanyDialog company={company} onClose={close} onSaved={(saved) => noticeDomains(saved, company)} />
          </Suspense>
        )}
        {dialog === 'delete' && (
          <Suspense fallback={null}>
            <CompanyRemoval company={company} onClose={close} />
          </Suspense>
        )}
      </ModalTransition>
    </>
  );
}
