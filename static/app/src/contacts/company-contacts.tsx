import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { contacts as calls } from '../bridge/calls';
import type { Company } from '../contract';
import { filledPage } from '../state/filled-page';
import { queryKeys } from '../state/query-keys';
import { useCursorPages } from '../state/use-cursor-pages';
import { typingPause, useDebounced } from '../state/use-debounced';
import { t } from '../texts/t';
import { LiveRegion } from '../ui/hidden';
import layout from '../ui/layout.module.css';
import { Empty, Failed, Loading } from '../ui/page-states';
import { Pager } from '../ui/pager';
import styles from './contacts.module.css';
import { ContactsTable } from './contacts-table';
import { SearchField } from './search-field';

/** The contacts who belong to a company: search, page by page. */
export function CompanyContacts({ company }: { company: Company }) {
  const headingId = useId();
  const [search, setSearch] = useState('');
  const settled = useDebounced(search.trim(), typingPause);
  const pages = useCursorPages(`${company.id} ${settled}`);
  const list = useQuery({
    queryKey: queryKeys.contactsPage({ search: settled, kind: 'all', companyId: company.id }, pages.cursor),
    queryFn: () =>
      filledPage(
        (cursor) =>
          calls.listContacts({
            companyId: company.id,
            ...(settled === '' ? {} : { search: settled }),
            ...(cursor === undefined ? {} : { cursor }),
          }),
        pages.cursor,
      ),
    placeholderData: (previous) => previous,
  });
  const items = list.data?.items;
  const { contactCount } = company;
  const none = items?.length === 0 && settled === '' && !list.isPlaceholderData;
  const searchable = settled !== '' || search !== '' || list.data?.cursor !== undefined || pages.pageNumber > 1;

  return (
    <section aria-labelledby={headingId}>
      <div className={styles.listHeading}>
        <h2 className={layout.h2} id={headingId}>
          {contactCount === undefined || contactCount === 0
            ? t('contacts.title')
            : t('companies.contactsCount', { count: contactCount })}
        </h2>
      </div>
      {(searchable || (items !== undefined && items.length > fewest)) && (
        <search className={styles.tools}>
          <SearchField
            label={t('companies.searchContacts')}
            placeholder={t('contacts.searchPlaceholder')}
            value={search}
            onChange={setSearch}
          />
        </search>
      )}
      <LiveRegion>
        {items === undefined || list.isPlaceholderData || settled === ''
          ? ''
          : items.length === 0
            ? t('contacts.nothingFound')
            : t('contacts.found', { count: items.length })}
      </LiveRegion>
      {items === undefined ? (
        list.isError ? (
          <Failed error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} />
        ) : (
          <Loading lines={4} />
        )
      ) : (
        <>
          {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
          {none ? (
            <Empty title={t('contacts.company.noContacts')}>{t('companies.noContactsBody')}</Empty>
          ) : items.length === 0 && !list.isPlaceholderData ? (
            <Empty
              title={t('contacts.nothingFound')}
              action={<Button onClick={() => setSearch('')}>{t('contacts.clear')}</Button>}
            />
          ) : (
            <ContactsTable
              contacts={items}
              caption={t('contacts.company.contactsOf', { name: company.name })}
              busy={list.isPlaceholderData}
              withCompany={false}
            />
          )}
          <Pager pages={pages} nextCursor={list.data?.cursor} busy={list.isPlaceholderData} />
        </>
      )}
    </section>
  );
}

/** So few are found by looking. */
const fewest = 5;
