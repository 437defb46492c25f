import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { contacts as calls } from '../bridge/calls';
import type { Contact } from '../contract';
import { filledPage } from '../state/filled-page';
import { queryKeys } from '../state/query-keys';
import { useMyRights } from '../state/use-my-rights';
import { t } from '../texts/t';
import { LiveRegion } from '../ui/hidden';
import { Empty, Failed, Loading } from '../ui/page-states';
import { Pager } from '../ui/pager';
import { BulkBar } from './bulk-bar';
import { everyContact } from './contact-filter';
import { ContactTools } from './contact-tools';
import { ContactsTable } from './contacts-table';
import { pageTick, withTicks } from './selection';
import type { ContactListState } from './use-contact-list';

/** All contacts: search, filters, page by page, and what can be done with several of them. */
export function ContactList({ filter, setFilter, listed, pages, selection, setSelection }: ContactListState) {
  const rights = useMyRights();
  const { search, kind, order, companyId } = listed;
  const list = useQuery({
    queryKey: queryKeys.contactsPage(listed, pages.cursor),
    queryFn: () =>
      filledPage(
        (cursor) =>
          calls.listContacts({
            kind,
            ...(order === 'name' ? {} : { order }),
            ...(search === '' ? {} : { search }),
            ...(companyId === undefined ? {} : { companyId }),
            ...(cursor === undefined ? {} : { cursor }),
          }),
        pages.cursor,
      ),
    placeholderData: (previous) => previous,
  });
  const items = list.data?.items;
  const mayChoose = rights.edit || rights.delete;
  const tick = (contacts: readonly Contact[], ticked: boolean) => setSelection(withTicks(selection, contacts, ticked));

  return (
    <>
      <ContactTools filter={filter} onFilter={setFilter} />
      {mayChoose && items !== undefined && (items.length > 0 || selection.size > 0) && (
        <BulkBar
          rights={rights}
          selection={selection}
          onSelection={setSelection}
          page={pageTick(selection, items)}
          onPage={(ticked) => tick(items, ticked)}
          onDeleted={pages.first}
        />
      )}
      <LiveRegion>{items === undefined || list.isPlaceholderData ? '' : found(items.length)}</LiveRegion>
      {items === undefined ? (
        list.isError ? (
          <Failed error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} />
        ) : (
          <Loading lines={8} />
        )
      ) : (
        <>
          {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} />}
          {items.length > 0 ? (
            <ContactsTable
              contacts={items}
              caption={t('contacts.title')}
              busy={list.isPlaceholderData}
              {...(mayChoose ? { selection, onTick: (contact, ticked) => tick([contact], ticked) } : {})}
            />
          ) : pages.pageNumber > 1 ? (
            <Empty
              title={t('contacts.list.endPassed')}
              action={<Button onClick={pages.first}>{t('contacts.list.firstPage')}</Button>}
            />
          ) : search !== '' || kind !== 'all' || companyId !== undefined ? (
            <Empty
              title={t('contacts.nothingFound')}
              action={
                <Button onClick={() => setFilter({ ...everyContact, order: filter.order })}>
                  {t('contacts.clear')}
                </Button>
              }
            >
              {t('contacts.nothingFoundBody')}
            </Empty>
          ) : (
            <Empty title={t('contacts.empty')}>{t('contacts.emptyBody')}</Empty>
          )}
          <Pager pages={pages} nextCursor={list.data?.cursor} busy={list.isPlaceholderData} />
        </>
      )}
    </>
  );
}

function found(count: number): string {
  return count === 0 ? t('contacts.nothingFound') : t('contacts.found', { count });
}
