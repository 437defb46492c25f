import { useQuery } from '@tanstack/react-query';
import { contacts as calls } from '../bridge/calls';
import shared from '../contacts/contacts.module.css';
import { PlaceHeading, PlaceLink } from '../contacts/navigation';
import { RightsNote } from '../contacts/rights-note';
import { filledPage } from '../state/filled-page';
import { queryKeys } from '../state/query-keys';
import { useCursorPages } from '../state/use-cursor-pages';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Empty, Failed, Loading } from '../ui/page-states';
import { Pager } from '../ui/pager';
import { OrganizationsTable } from './organizations-table';

/** The organizations of Jira Service Management, and the companies that their members get. */
export default function OrganizationsPage() {
  const pages = useCursorPages('');
  const queryKey = queryKeys.organizationsPage(pages.cursor);
  const list = useQuery({
    queryKey,
    queryFn: () => filledPage(calls.listOrganizations, pages.cursor),
    placeholderData: (previous) => previous,
  });
  const again = () => void list.refetch();
  return (
    <>
      <PlaceLink to={{ page: 'companies' }} className={`${layout.link} ${shared.back}`}>
        <span aria-hidden="true">← </span>
        {t('contacts.companies')}
      </PlaceLink>
      <header className={layout.header}>
        <div className={layout.headerText}>
          <PlaceHeading>{t('organizations.heading')}</PlaceHeading>
          <p className={layout.lead}>{t('organizations.lead')}</p>
          <RightsNote />
        </div>
      </header>
      {list.data === undefined ? (
        list.isError ? (
          <Failed error={list.error} onRetry={again} retrying={list.isFetching} />
        ) : (
          <Loading lines={6} />
        )
      ) : list.data.items.length === 0 && list.data.cursor === undefined && pages.pageNumber === 1 ? (
        <Empty title={t('organizations.none')}>{t('organizations.noneBody')}</Empty>
      ) : (
        <>
          {list.isError && <Failed error={list.error} onRetry={again} retrying={list.isFetching} />}
          <OrganizationsTable organizations={list.data.items} queryKey={queryKey} busy={list.isPlaceholderData} />
          <Pager pages={pages} nextCursor={list.data.cursor} busy={list.isPlaceholderData} />
        </>
      )}
    </>
  );
}
