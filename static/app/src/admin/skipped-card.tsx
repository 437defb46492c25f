import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { admin as calls } from '../bridge/calls';
import type { SkippedUser } from '../contract';
import { filledPage } from '../state/filled-page';
import { queryKeys } from '../state/query-keys';
import { useCursorPages } from '../state/use-cursor-pages';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Empty, Failed, Loading } from '../ui/page-states';
import { Pager } from '../ui/pager';
import { PersonAvatar } from '../ui/person-avatar';
import table from '../ui/table.module.css';
import { useOpener } from '../ui/use-opener';
import { ContactLink } from './contact-link';

/** Who was left out, and why. `settled` changes whenever the list may have changed. */
export function SkippedCard({ syncEnabled, settled }: { syncEnabled: boolean; settled: string }) {
  const headingId = useId();
  const pages = useCursorPages(settled);
  const skipped = useQuery({
    queryKey: [...queryKeys.skippedPage(pages.cursor), settled],
    queryFn: () =>
      filledPage(
        (cursor) => calls.listSkippedUsers(cursor === undefined ? { limit: 25 } : { cursor, limit: 25 }),
        pages.cursor,
      ),
    placeholderData: (previous) => previous,
  });

  return (
    <section className={layout.card} aria-labelledby={headingId}>
      <h2 className={layout.h2} id={headingId}>
        {t('admin.skipped.heading')}
      </h2>
      <p className={layout.lead}>{t('admin.skipped.lead')}</p>
      {skipped.data === undefined ? (
        skipped.isError ? (
          <Failed
            error={skipped.error}
            forbidden={t('admin.forbidden')}
            onRetry={() => void skipped.refetch()}
            retrying={skipped.isFetching}
          />
        ) : (
          <Loading lines={4} />
        )
      ) : skipped.data.items.length === 0 && pages.pageNumber === 1 ? (
        <Empty title={t('admin.skipped.empty')}>
          {syncEnabled ? t('admin.skipped.emptyBody') : t('admin.skipped.emptyOff')}
        </Empty>
      ) : (
        <>
          <SkippedTable people={skipped.data.items} busy={skipped.isPlaceholderData} />
          <Pager pages={pages} nextCursor={skipped.data.cursor} busy={skipped.isPlaceholderData} />
        </>
      )}
    </section>
  );
}

function SkippedTable({ people, busy }: { people: readonly SkippedUser[]; busy: boolean }) {
  const opener = useOpener();
  return (
    <div className={table.scroller}>
      <table className={`${table.table} ${table.folds} ${busy ? table.busy : ''}`} aria-busy={busy}>
        <caption className={layout.hidden}>{t('admin.skipped.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('admin.skipped.person')}</th>
            <th scope="col">{t('admin.skipped.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.accountId}>
              <td>
                <div className={layout.row}>
                  <PersonAvatar name={person.name ?? '?'} />
                  <bdi>{person.name ?? t('admin.skipped.unnamed')}</bdi>
                </div>
              </td>
              <td>
                {t(`admin.skipped.reasons.${person.reason}`)}
                {person.detail !== undefined && <span dir="auto">: {person.detail}</span>}
                <p className={layout.small}>
                  {t(`admin.skipped.help.${person.reason}`)}{' '}
                  {person.contactId !== undefined && (
                    <ContactLink id={person.contactId} onOpen={opener.open}>
                      {t('admin.skipped.openContact')}
                    </ContactLink>
                  )}
                </p>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {opener.refused && <p role="alert">{t('shared.openRefused')}</p>}
    </div>
  );
}
