import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { admin as calls } from '../bridge/calls';
import type { CompanyChangeExample } from '../contract';
import { queryKeys } from '../state/query-keys';
import { t } from '../texts/t';
import { Failed, Loading } from '../ui/page-states';
import { useOpener } from '../ui/use-opener';
import { ContactLink } from './contact-link';
import { SettingsCard } from './settings-card';
import { hiddenEmailsSwitchId } from './settings-fields';
import { SkippedCard } from './skipped-card';
import { SyncCard } from './sync-card';
import { useSyncStatus } from './use-sync-status';

const CompanyChangesCard = lazy(async () => ({
  default: (await import('../company-changes/company-changes-card')).CompanyChangesCard,
}));

/** The switch of user sync, its progress, its settings, and who was left out. */
export function SyncTab({ onDirty }: { onDirty: (dirty: boolean) => void }) {
  const status = useSyncStatus();
  const [turnedOn, setTurnedOn] = useState(false);
  if (status.data === undefined) {
    if (!status.isError) return <Loading lines={6} />;
    return (
      <Failed
        error={status.error}
        forbidden={t('admin.forbidden')}
        onRetry={() => void status.refetch()}
        retrying={status.isFetching}
      />
    );
  }
  return (
    <>
      <SyncCard status={status.data} readAt={status.dataUpdatedAt} onShowHiddenEmails={showHiddenEmails} />
      {status.isError && <Failed error={status.error} onRetry={() => void status.refetch()} />}
      <SettingsCard syncEnabled={status.data.enabled} onCompanyFromDomain={setTurnedOn} onDirty={onDirty} />
      <Suspense fallback={null}>
        <CompaniesOfAll turnedOn={turnedOn} onDeclined={() => setTurnedOn(false)} />
      </Suspense>
      <SkippedCard
        syncEnabled={status.data.enabled}
        settled={`${status.data.enabled} ${status.data.run?.id} ${status.data.run?.state}`}
      />
    </>
  );
}

/** What the email domains would change about contacts that exist already; sync itself only sees to the others. */
function CompaniesOfAll({ turnedOn, onDeclined }: { turnedOn: boolean; onDeclined: () => void }) {
  const settings = useQuery({ queryKey: queryKeys.settings, queryFn: calls.getSettings });
  const opener = useOpener();
  if (settings.data === undefined) return null;
  const nameOf = ({ contactId, name }: CompanyChangeExample) => (
    <ContactLink id={contactId} onOpen={opener.open}>
      <bdi>{name}</bdi>
    </ContactLink>
  );
  return (
    <>
      <CompanyChangesCard
        calls={calls.companyChanges}
        offer={turnedOn ? 'clear' : settings.data.companyFromDomain ? 'quiet' : 'none'}
        onDeclined={onDeclined}
        nameOf={nameOf}
      />
      {opener.refused && <p role="alert">{t('shared.openRefused')}</p>}
    </>
  );
}

function showHiddenEmails(): void {
  const field = document.getElementById(hiddenEmailsSwitchId);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
