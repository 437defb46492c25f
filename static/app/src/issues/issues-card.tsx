import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import { openSearch } from '../bridge/calls';
import type { IssuesOf } from '../state/query-keys';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Empty, Failed, Loading } from '../ui/page-states';
import { useOpener } from '../ui/use-opener';
import { IssueGroups } from './issue-groups';
import styles from './issues.module.css';
import { useIssues, type WhichIssues } from './use-issues';

const both: readonly WhichIssues[] = ['open', 'all'];

/** The issues of a contact or of a company, by status. */
export default function IssuesCard({ of }: { of: IssuesOf }) {
  const headingId = useId();
  const [which, setWhich] = useState<WhichIssues>('open');
  const issues = useIssues(of, which);
  const opener = useOpener();
  const pages = issues.data?.pages;
  const jql = pages?.[0]?.jql;

  return (
    <section className={layout.card} aria-labelledby={headingId}>
      <div className={layout.stack}>
        <div className={styles.head}>
          <h2 className={layout.h2} id={headingId}>
            {t('issues.heading')}
          </h2>
          <fieldset className={styles.which} aria-label={t('issues.which')}>
            {both.map((one) => (
              <Button
                key={one}
                spacing="compact"
                isSelected={which === one}
                aria-pressed={which === one}
                onClick={() => setWhich(one)}
              >
                {t(`issues.${one}`)}
              </Button>
            ))}
          </fieldset>
          {jql !== undefined && (
            <button
              type="button"
              className={`${layout.link} ${styles.search}`}
              onClick={() => opener.open(() => openSearch(jql))}
            >
              {t('issues.search')}
            </button>
          )}
        </div>
        {opener.refused && <p role="alert">{t('shared.openRefused')}</p>}
        {pages === undefined ? (
          issues.isError ? (
            <Failed error={issues.error} onRetry={() => void issues.refetch()} retrying={issues.isFetching} />
          ) : (
            <Loading lines={3} />
          )
        ) : pages.every(({ items }) => items.length === 0) && !issues.hasNextPage ? (
          <>
            {issues.isError && <Failed error={issues.error} onRetry={() => void issues.refetch()} />}
            <NoIssues of={of} which={which} onAll={() => setWhich('all')} />
          </>
        ) : (
          <IssueGroups issues={issues} onOpen={opener.open} />
        )}
      </div>
    </section>
  );
}

function NoIssues({ of, which, onAll }: { of: IssuesOf; which: WhichIssues; onAll: () => void }) {
  if (which === 'open') {
    return (
      <Empty
        title={t('issues.noneOpen')}
        action={
          <Button appearance="subtle" onClick={onAll}>
            {t('issues.showAll')}
          </Button>
        }
      />
    );
  }
  return <Empty title={t('issues.none')}>{t(`issues.noneOf.${'contactId' in of ? 'contact' : 'company'}`)}</Empty>;
}
