import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import { failureOf } from '../bridge/call-error';
import { openIssue } from '../bridge/calls';
import type { IssueSummary } from '../contract';
import { useFormats } from '../page-provider';
import { t } from '../texts/t';
import { LiveRegion } from '../ui/hidden';
import layout from '../ui/layout.module.css';
import { Failed } from '../ui/page-states';
import { Tag } from '../ui/tag';
import { groupsOf } from './group-issues';
import styles from './issues.module.css';
import type { useIssues } from './use-issues';

const looks = { indeterminate: 'information', new: 'neutral', done: 'success' } as const;

interface Props {
  issues: ReturnType<typeof useIssues>;
  onOpen: (opening: () => Promise<void>) => void;
}

/** Issues in groups by status, and the way to more of them. */
export function IssueGroups({ issues, onOpen }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [toFocus, setToFocus] = useState<string>();
  const [said, setSaid] = useState('');
  const pages = issues.data?.pages ?? [];
  const groups = groupsOf(pages);

  // The button may be gone after the last page, and new issues may come into any group.
  useEffect(() => {
    if (toFocus === undefined) return;
    place.current?.querySelector<HTMLElement>(`[data-issue="${CSS.escape(toFocus)}"]`)?.focus();
  }, [toFocus]);

  const more = async () => {
    const { data, isError } = await issues.fetchNextPage();
    if (isError || data === undefined) return;
    setToFocus(data.pages.at(-1)?.items[0]?.key);
    setSaid(t('issues.shown', { count: groupsOf(data.pages).reduce((sum, group) => sum + group.issues.length, 0) }));
  };
  // A place in a list that Jira does not know any more is no place to go on from.
  const again = () => {
    if (issues.isFetchNextPageError && failureOf(issues.error).code !== 'invalid') void more();
    else void issues.refetch();
  };

  return (
    <div className={layout.stack} ref={place}>
      {groups.map(({ category, issues: own }) => (
        <section key={category} aria-label={t(`issues.category.${category}`)}>
          <h3 className={layout.h3}>{t(`issues.category.${category}`)}</h3>
          <ul>
            {own.map((issue) => (
              <IssueRow key={issue.key} issue={issue} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      ))}
      <LiveRegion>{said}</LiveRegion>
      {issues.isError && <Failed error={issues.error} onRetry={again} retrying={issues.isFetching} />}
      <div className={styles.foot}>
        {issues.hasNextPage && !issues.isError && (
          <Button onClick={() => void more()} isLoading={issues.isFetchingNextPage}>
            {t('issues.more')}
          </Button>
        )}
        <span className={layout.small}>{t('issues.seen')}</span>
      </div>
    </div>
  );
}

function IssueRow({ issue, onOpen }: { issue: IssueSummary; onOpen: Props['onOpen'] }) {
  const formats = useFormats();
  const { key, summary, status, statusCategory, updatedAt } = issue;
  return (
    <li className={styles.issue}>
      <button
        type="button"
        className={`${layout.link} ${styles.name}`}
        data-issue={key}
        onClick={() => onOpen(() => openIssue(key))}
      >
        <span className={styles.key}>{key}</span> <bdi>{summary}</bdi>
      </button>
      <span className={styles.facts}>
        <Tag look={looks[statusCategory]}>
          <bdi>{status}</bdi>
        </Tag>
        <time className={layout.small} dateTime={updatedAt} title={formats.dateTime(updatedAt)}>
          {t('issues.changed', { ago: formats.ago(updatedAt, Date.now()) })}
        </time>
      </span>
    </li>
  );
}
