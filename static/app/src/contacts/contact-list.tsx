import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { contacts as calls } from '../bridge/calls';
import { useFormats } from '../page-provider';
import { filledPage } from '../state/filled-page';
import { queryKeys } from '../state/query-keys';
import type { CursorPages } from '../state/use-cursor-pages';
import { useDebounced } from '../state/use-debounced';
import { contacts as texts } from '../texts/en/contacts';
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
  const formats = useFormats();
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
          label={texts.search}
          placeholder={texts.searchPlaceholder}
          value={filter.search}
          onChange={(value) => onFilter({ ...filter, search: value })}
        />
        <fieldset className={styles.kinds} aria-label={texts.kinds}>
          {kinds.map((kind) => (
            <Button
              key={kind}
              isSelected={filter.kind === kind}
              aria-pressed={filter.kind === kind}
              onClick={() => onFilter({ ...filter, kind })}
            >
              {texts.kind[kind]}
            </Button>
          ))}
        </fieldset>
      </search>
      <LiveRegion>
        {items === undefined || list.isPlaceholderData ? '' : found(items.length, formats.number)}
      </LiveRegion>
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
            <ContactsTable contacts={items} caption={texts.caption} busy={list.isPlaceholderData} />
          ) : filtered ? (
            <Empty
              title={texts.nothingFound}
              action={<Button onClick={() => onFilter({ search: '', kind: 'all' })}>{texts.clear}</Button>}
            >
              {texts.nothingFoundBody}
            </Empty>
          ) : (
            <Empty title={texts.empty}>{texts.emptyBody}</Empty>
          )}
          <Pager pages={pages} nextCursor={list.data?.cursor} busy={list.isPlaceholderData} />
        </>
      )}
    </>
  );
}

function found(count: number, number: (count: number) => string): string {
  if (count === 0) return texts.nothingFound;
  return count === 1 ? texts.foundOne : texts.found(number(count));
}
