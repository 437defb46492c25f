import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Failed, Loading } from '../ui/page-states';
import { SettingsCard } from './settings-card';
import { hiddenEmailsSwitchId } from './settings-fields';
import { SkippedCard } from './skipped-card';
import { SyncCard } from './sync-card';
import { useSyncStatus } from './use-sync-status';

/** The Jira admin's page: the switch of user sync, its progress, its settings, and who was left out. */
export default function AdminPage() {
  const status = useSyncStatus();
  return (
    <main className={`${layout.page} ${layout.narrow}`} aria-label={t('admin.title')}>
      <header className={layout.header}>
        <div className={layout.headerText}>
          <h1 className={layout.h1}>{t('admin.title')}</h1>
          <p className={layout.lead}>{t('admin.lead')}</p>
        </div>
      </header>
      {status.data === undefined ? (
        status.isError ? (
          <Failed
            error={status.error}
            forbidden={t('admin.forbidden')}
            onRetry={() => void status.refetch()}
            retrying={status.isFetching}
          />
        ) : (
          <Loading lines={6} />
        )
      ) : (
        <>
          <SyncCard status={status.data} readAt={status.dataUpdatedAt} onShowHiddenEmails={showHiddenEmails} />
          {status.isError && <Failed error={status.error} onRetry={() => void status.refetch()} />}
          <SettingsCard syncEnabled={status.data.enabled} />
          <SkippedCard
            syncEnabled={status.data.enabled}
            settled={`${status.data.enabled} ${status.data.run?.id} ${status.data.run?.state}`}
          />
        </>
      )}
    </main>
  );
}

function showHiddenEmails(): void {
  const field = document.getElementById(hiddenEmailsSwitchId);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
