import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { failureOf } from '../bridge/call-error';
import { issue as calls } from '../bridge/calls';
import { queryKeys } from '../state/query-keys';
import { canTryAgain } from '../texts/errors';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Failed, Loading } from '../ui/page-states';
import { IssueContactView } from './issue-contact-view';
import styles from './issue-panel.module.css';
import { useIssueChanges } from './use-issue-changes';

/** Who is asking, and for which company. Follows the issue while it is open. */
export default function IssuePanel() {
  const shown = useQuery({ queryKey: queryKeys.issueContact, queryFn: calls.getIssueContact });
  useIssueChanges();
  const retry = () => void shown.refetch();
  // What one may not see any more is not shown any longer either.
  const isGone = shown.isError && !canTryAgain(failureOf(shown.error));
  return (
    <main aria-label={t('issue.title')} className={styles.main}>
      <h1 className={layout.hidden}>{t('issue.title')}</h1>
      {shown.data !== undefined && !isGone ? (
        <>
          {shown.isError && (
            <p role="status" className={`${layout.small} ${layout.row} ${styles.stale}`}>
              {t('issue.stale')}
              <Button spacing="compact" appearance="subtle" onClick={retry} isLoading={shown.isFetching}>
                {t('shared.tryAgain')}
              </Button>
            </p>
          )}
          <IssueContactView shown={shown.data} />
        </>
      ) : (
        <div className={styles.panel}>
          {shown.isError ? (
            <Failed error={shown.error} forbidden={t('issue.forbidden')} onRetry={retry} retrying={shown.isFetching} />
          ) : (
            <Loading lines={3} label={t('issue.loading')} />
          )}
        </div>
      )}
    </main>
  );
}
