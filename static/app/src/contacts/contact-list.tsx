import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { contacts as calls } from '../bridge/calls';
import { filledPage } from '../state/filled-page';
import { queryKeys } from '../state/query-keys';
import type { CursorPages } from '../state/use-cursor-pages';
import { useDebounced } from '../state/use-debounced';
import { t } from '../texts/t';
import { LiveRegion } from '../ui/hidden';
import { Empty, Failed, Loading } from '../ui/page-states';
import { Pager } from '../ui/pager';
import styles from './contacts.module.css';
import { ContactsTable } from './contacts-table';
import { SearchField } from './search-field';

export type Kind = 'all' | 'synced' | 'regular';

export interface ContactFilter {
  search: string;
  kind: Kind;
}

const kinds: readonly Kind[] = ['all', 'synced', 'regular'];
const typingPause = 250;

interface Props {
  filter: ContactFilter;
  onFilter: (filter: ContactFilter) => void;
  pages: CursorPages;
}

/** All contacts: search, kind, page by page. */
export function ContactList({ filter, onFilter, pages }: Props) {
  const search = useDebounced(filter.search.trim(), typingPause);
  const settled = { search, kind: filter.kind };
  const list = useQuery({
    queryKey: queryKeys.contactsPage(settled, pages.cursor),
    queryFn: () =>
      filledPage(
        (cursor) =>
          calls.listContacts({
            kind: settled.kind,
            ...(search === '' ? {} : { search }),
            ...(cursor === undefined ? {} : { cursor }),
          }),
        pages.cursor,
      ),
    placeholderData: (previous) => previous,
  });
  const filtered = search !== '' || filter.kind !== 'all';
  const items = list.data?.items;

  return (
    <>
      <search className={styles.tools}>
        <SearchField
          label={t('contacts.search')}
          placeholder={t('contacts.searchPlaceholder')}
          value={filter.search}
          onChange={(value) => onFilter({ ...filter, search: value })}
        />
        <fieldset className={styles.kinds} aria-label={t('contacts.kinds')}>
          {kinds.map((kind) => (
            <Button
              key={kind}
              isSelected={filter.kind === kind}
              aria-pressed={filter.kind === kind}
              onClick={() => onFilter({ ...filter, kind })}
            >
              {t(`contacts.kind.${kind}`)}
            </Button>
          ))}
        </fieldset>
      </search>
      <LiveRegion>{items === undefined || list.isPlaceholderData ? '' : found(items.length)}</LiveRegion>
      {items === undefined ? (
        list.isError ? (
          <Failed error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} />
        ) : (
          <Loading lines={8} />
        )
      ) : (
        <>
          {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
          {items.length > 0 ? (
            <ContactsTable contacts={items} caption={t('contacts.caption')} busy={list.isPlaceholderData} />
          ) : filtered ? (
            <Empty
              title={t('contacts.nothingFound')}
              action={<Button onClick={() => onFilter({ search: '', kind: 'all' })}>{t('contacts.clear')}</Button>}
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
