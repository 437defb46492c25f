import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useId, useState } from 'react';
import { contacts as calls } from '../bridge/calls';
import type { Company } from '../contract';
import { useFormats } from '../page-provider';
import { filledPage } from '../state/filled-page';
import { queryKeys } from '../state/query-keys';
import { useCursorPages } from '../state/use-cursor-pages';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Empty, Failed, Loading } from '../ui/page-states';
import { Pager } from '../ui/pager';
import styles from './contacts.module.css';
import { ContactsTable } from './contacts-table';
import { Fact } from './fact';
import { PlaceHeading, PlaceLink, useNavigation } from './navigation';

const CompanyDialog = lazy(() => import('./company-dialog'));
const DeleteDialog = lazy(() => import('./delete-dialog'));

/** One company and the contacts who belong to it. */
export function CompanyPage({ id }: { id: string }) {
  const company = useQuery({ queryKey: queryKeys.company(id), queryFn: () => calls.getCompany(id) });
  return (
    <>
      <PlaceLink to={{ page: 'companies' }} className={`${layout.link} ${styles.back}`}>
        <span aria-hidden="true">← </span>
        {t('contacts.backToCompanies')}
      </PlaceLink>
      {company.data !== undefined ? (
        <CompanyView company={company.data} />
      ) : company.isError ? (
        <>
          <h1 className={layout.hidden}>{t('contacts.company.one')}</h1>
          <Failed error={company.error} onRetry={() => void company.refetch()} retrying={company.isFetching} />
        </>
      ) : (
        <Loading lines={6} />
      )}
    </>
  );
}

function CompanyView({ company }: { company: Company }) {
  const formats = useFormats();
  const client = useQueryClient();
  const { go } = useNavigation();
  const [dialog, setDialog] = useState<'edit' | 'delete'>();
  const close = () => setDialog(undefined);
  const removed = () => {
    close();
    client.removeQueries({ queryKey: queryKeys.company(company.id) });
    void client.invalidateQueries({ queryKey: queryKeys.companies });
    void client.invalidateQueries({ queryKey: queryKeys.contacts });
    go({ page: 'companies' });
  };

  return (
    <>
      <header className={layout.header}>
        <div className={layout.headerText}>
          <PlaceHeading>
            <bdi>{company.name}</bdi>
          </PlaceHeading>
        </div>
        <div className={layout.row}>
          <Button onClick={() => setDialog('edit')}>{t('contacts.edit')}</Button>
          <Button onClick={() => setDialog('delete')}>{t('contacts.delete')}</Button>
        </div>
      </header>
      <section className={layout.card} aria-label={t('contacts.details')}>
        <dl className={styles.facts}>
          <Fact
            label={t('contacts.company.domains')}
            value={company.domains.length === 0 ? undefined : formats.list(company.domains)}
            none={t('contacts.company.noDomains')}
          />
          <Fact label={t('contacts.created')} value={formats.dateTime(company.createdAt)} />
          <Fact label={t('contacts.updated')} value={formats.dateTime(company.updatedAt)} />
        </dl>
      </section>
      <CompanyContacts company={company} />
      <ModalTransition>
        {dialog === 'edit' && (
          <Suspense fallback={null}>
            <CompanyDialog company={company} onClose={close} />
          </Suspense>
        )}
        {dialog === 'delete' && (
          <Suspense fallback={null}>
            <DeleteDialog
              title={t('contacts.company.removeTitle')}
              body={t('contacts.company.removeBody', { name: company.name })}
              remove={() => calls.deleteCompany({ id: company.id, version: company.version })}
              onRemoved={removed}
              onClose={close}
            />
          </Suspense>
        )}
      </ModalTransition>
    </>
  );
}

function CompanyContacts({ company }: { company: Company }) {
  const headingId = useId();
  const pages = useCursorPages(company.id);
  const list = useQuery({
    queryKey: queryKeys.contactsPage({ search: '', kind: 'all', companyId: company.id }, pages.cursor),
    queryFn: () =>
      filledPage(
        (cursor) => calls.listContacts({ companyId: company.id, ...(cursor === undefined ? {} : { cursor }) }),
        pages.cursor,
      ),
    placeholderData: (previous) => previous,
  });
  return (
    <section aria-labelledby={headingId}>
      <h2 className={layout.h2} id={headingId}>
        {t('contacts.company.contacts')}
      </h2>
      {list.data === undefined ? (
        list.isError ? (
          <Failed error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} />
        ) : (
          <Loading lines={4} />
        )
      ) : list.data.items.length === 0 ? (
        <Empty title={t('contacts.company.noContacts')} />
      ) : (
        <ContactsTable
          contacts={list.data.items}
          caption={t('contacts.company.contactsOf', { name: company.name })}
          busy={list.isPlaceholderData}
          withCompany={false}
        />
      )}
      <Pager pages={pages} nextCursor={list.data?.cursor} busy={list.isPlaceholderData} />
    </section>
  );
}
