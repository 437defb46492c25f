import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { issue as calls, openIssue, openSearch } from '../bridge/calls';
import type { IssueSummary } from '../contract';
import { queryKeys } from '../state/query-keys';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Failed, Loading } from '../ui/page-states';
import { Tag } from '../ui/tag';
import { useOpener } from '../ui/use-opener';
import styles from './issue-panel.module.css';

const firstShown = 5;
const looks = { new: 'neutral', indeterminate: 'information', done: 'success' } as const;

/** What else the contact asked for: open issues first, each the latest change first. Read when the contact is there already. */
export function OtherIssues({ contactId }: { contactId: string | undefined }) {
  const heading = useId();
  const opener = useOpener();
  const [showsAll, setShowsAll] = useState(false);
  const found = useQuery({
    queryKey: queryKeys.otherIssues(contactId ?? ''),
    queryFn: calls.listIssuesOfIssueContact,
  });
  const issues = found.data === undefined ? [] : openFirst(found.data.items);
  const more = showsAll ? 0 : issues.length - firstShown;
  return (
    <section className={styles.others} aria-labelledby={heading}>
      <h2 className={layout.h3} id={heading}>
        {contactId === undefined ? t('issue.others.ofReporter') : t('issue.others.ofContact')}
      </h2>
      {found.data === undefined ? (
        found.isError ? (
          <Failed error={found.error} onRetry={() => void found.refetch()} retrying={found.isFetching} />
        ) : (
          <Loading lines={3} label={t('issue.others.loading')} />
        )
      ) : issues.length === 0 ? (
        <p className={layout.small}>{t('issue.others.none')}</p>
      ) : (
        <>
          <ul className={styles.issues}>
            {(more > 0 ? issues.slice(0, firstShown) : issues).map((issue) => (
              <li key={issue.key}>
                <IssueLine issue={issue} onOpen={() => opener.open(() => openIssue(issue.key))} />
              </li>
            ))}
          </ul>
          <p className={styles.small}>
            {more > 0 && (
              <button type="button" className={layout.link} onClick={() => setShowsAll(true)}>
                {t('issue.others.more', { count: more })}
              </button>
            )}
            <button type="button" className={layout.link} onClick={() => opener.open(() => openSearch(found.data.jql))}>
              {t('issue.others.search')}
            </button>
          </p>
        </>
      )}
      {opener.refused && <p role="alert">{t('shared.openRefused')}</p>}
    </section>
  );
}

function IssueLine({ issue, onOpen }: { issue: IssueSummary; onOpen: () => void }) {
  return (
    <button type="button" className={styles.issue} onClick={onOpen}>
      <span className={styles.issueHead}>
        <span className={styles.key}>{issue.key}</span>
        <Tag look={looks[issue.statusCategory]}>
          <bdi>{issue.status}</bdi>
        </Tag>
      </span>
      <span className={styles.summary} dir="auto">
        {issue.summary}
      </span>
    </button>
  );
}

function openFirst(issues: readonly IssueSummary[]): IssueSummary[] {
  const isDone = ({ statusCategory }: IssueSummary) => statusCategory === 'done';
  return [...issues.filter((issue) => !isDone(issue)), ...issues.filter(isDone)];
}
