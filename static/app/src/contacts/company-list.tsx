import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { contacts as calls } from '../bridge/calls';
import type { Company } from '../contract';
import { useFormats } from '../page-provider';
import { filledPage } from '../state/filled-page';
import { queryKeys } from '../state/query-keys';
import type { CursorPages } from '../state/use-cursor-pages';
import { useMyRights } from '../state/use-my-rights';
import { t } from '../texts/t';
import { LiveRegion } from '../ui/hidden';
import layout from '../ui/layout.module.css';
import { Empty, Failed, Loading } from '../ui/page-states';
import { Pager } from '../ui/pager';
import table from '../ui/table.module.css';
import styles from './contacts.module.css';
import { PlaceLink } from './navigation';
import { SearchField } from './search-field';

interface Props {
  search: string;
  onSearch: (search: string) => void;
  /** The search as it was when typing last paused, which the pages belong to. */
  settled: string;
  pages: CursorPages;
}

/** All companies: search, page by page. */
export function CompanyList({ search, onSearch, settled, pages }: Props) {
  const list = useQuery({
    queryKey: queryKeys.companiesPage(settled, pages.cursor),
    queryFn: () =>
      filledPage(
        (cursor) =>
          calls.listCompanies({
            ...(settled === '' ? {} : { search: settled }),
            ...(cursor === undefined ? {} : { cursor }),
          }),
        pages.cursor,
      ),
    placeholderData: (previous) => previous,
  });
  const items = list.data?.items;
  const { edit } = useMyRights();

  return (
    <>
      <search className={styles.tools}>
        <SearchField
          label={t('contacts.company.search')}
          placeholder={t('shared.name')}
          value={search}
          onChange={onSearch}
        />
      </search>
      <LiveRegion>
        {items === undefined || list.isPlaceholderData || settled === ''
          ? ''
          : items.length === 0
            ? t('contacts.company.nothingFound')
            : t('companies.found', { count: items.length })}
      </LiveRegion>
      {items === undefined ? (
        list.isError ? (
          <Failed error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} />
        ) : (
          <Loading lines={6} />
        )
      ) : (
        <>
          {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
          {items.length > 0 ? (
            <CompaniesTable companies={items} busy={list.isPlaceholderData} />
          ) : settled !== '' ? (
            <Empty
              title={t('contacts.company.nothingFound')}
              action={<Button onClick={() => onSearch('')}>{t('contacts.clear')}</Button>}
            >
              {t('contacts.company.nothingFoundBody')}
            </Empty>
          ) : (
            <Empty title={t('contacts.company.empty')}>
              {edit ? t('contacts.company.emptyBody') : t('companies.emptyForReaders')}
            </Empty>
          )}
          <Pager pages={pages} nextCursor={list.data?.cursor} busy={list.isPlaceholderData} />
        </>
      )}
    </>
  );
}

function CompaniesTable({ companies, busy }: { companies: readonly Company[]; busy: boolean }) {
  const formats = useFormats();
  return (
    <div className={table.scroller}>
      <table className={`${table.table} ${table.folds} ${busy ? table.busy : ''}`} aria-busy={busy}>
        <caption className={layout.hidden}>{t('contacts.companies')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('shared.name')}</th>
            <th scope="col">{t('contacts.company.domains')}</th>
            <th scope="col">{t('contacts.updated')}</th>
          </tr>
        </thead>
        <tbody>
          {companies.map((company) => (
            <tr key={company.id}>
              <td>
                <PlaceLink to={{ page: 'company', id: company.id }}>
                  <bdi>{company.name}</bdi>
                </PlaceLink>
              </td>
              <td dir="ltr">{formats.list(company.domains)}</td>
              <td className={table.wideOnly}>
                <time className={table.whole} dateTime={company.updatedAt} title={formats.dateTime(company.updatedAt)}>
                  {formats.date(company.updatedAt)}
                </time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
