import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useId, useState } from 'react';
import { admin as calls } from '../bridge/calls';
import { queryKeys } from '../state/query-keys';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Failed, Loading } from '../ui/page-states';
import { FindingIssues } from './finding-issues';
import { SettingsForm } from './settings-form';

const IssueChangesCard = lazy(() =>
  import('../issue-changes/issue-changes-card').then((module) => ({ default: module.IssueChangesCard })),
);

/** How the company of an issue is found, the issues that exist already, and how Jira finds issues by their company. */
export default function IssuesTab({ onDirty }: { onDirty: (dirty: boolean) => void }) {
  const headingId = useId();
  const [saved, setSaved] = useState(false);
  const settings = useQuery({ queryKey: queryKeys.issueSettings, queryFn: calls.getIssueSettings });
  return (
    <>
      <section className={layout.card} aria-labelledby={headingId}>
        <h2 className={layout.h2} id={headingId}>
          {t('issueSettings.heading')}
        </h2>
        <p className={layout.lead}>
          {t('issueSettings.lead')} {t('issueSettings.manual')}
        </p>
        {settings.data !== undefined ? (
          <SettingsForm saved={settings.data} onDirty={onDirty} onSaved={() => setSaved(true)} />
        ) : settings.isError ? (
          <Failed
            error={settings.error}
            forbidden={t('admin.forbidden')}
            onRetry={() => void settings.refetch()}
            retrying={settings.isFetching}
          />
        ) : (
          <Loading lines={8} />
        )}
      </section>
      {settings.data !== undefined && (
        <>
          <Suspense fallback={null}>
            <IssueChangesCard
              calls={calls.issueChanges}
              offer={saved ? 'clear' : 'quiet'}
              onDeclined={() => setSaved(false)}
            />
          </Suspense>
          <FindingIssues />
        </>
      )}
    </>
  );
}
