import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { failureOf } from '../bridge/call-error';
import { admin as calls } from '../bridge/calls';
import type { Settings } from '../contract';
import { queryKeys } from '../state/query-keys';
import { useUnsaved } from '../state/use-unsaved';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Failed, Loading } from '../ui/page-states';
import { SaveForm } from '../ui/save-form';
import { changesOf } from './settings-changes';
import { SettingsFields } from './settings-fields';

interface Props {
  syncEnabled: boolean;
  /** Told when choosing companies by email domain was turned on or off. */
  onCompanyFromDomain: (on: boolean) => void;
  /** Told whether there are changes that are not saved. */
  onDirty: (dirty: boolean) => void;
}

export function SettingsCard(props: Props) {
  const headingId = useId();
  const settings = useQuery({ queryKey: queryKeys.settings, queryFn: calls.getSettings });
  return (
    <section className={layout.card} aria-labelledby={headingId}>
      <h2 className={layout.h2} id={headingId}>
        {t('admin.settings.heading')}
      </h2>
      <p className={layout.lead}>{t('admin.settings.lead')}</p>
      {settings.data !== undefined ? (
        <SettingsForm {...props} saved={settings.data} />
      ) : settings.isError ? (
        <Failed
          error={settings.error}
          forbidden={t('admin.forbidden')}
          onRetry={() => void settings.refetch()}
          retrying={settings.isFetching}
        />
      ) : (
        <Loading lines={5} />
      )}
    </section>
  );
}

/** What was typed stays until it is saved or discarded, also when saving fails. */
function SettingsForm({ saved, syncEnabled, onCompanyFromDomain, onDirty }: Props & { saved: Settings }) {
  const client = useQueryClient();
  const [edits, setEdits] = useState<Partial<Settings>>({});
  const [pendingDomain, setPendingDomain] = useState('');
  const draft: Settings = { ...saved, ...edits };
  const changes = changesOf(saved, draft);
  const dirty = Object.keys(changes).length > 0;
  useUnsaved(dirty, onDirty);

  const save = useMutation({
    mutationFn: calls.updateSettings,
    onSuccess: (settings) => {
      client.setQueryData(queryKeys.settings, settings);
      setEdits({});
      if (settings.companyFromDomain !== saved.companyFromDomain) onCompanyFromDomain(settings.companyFromDomain);
      void client.invalidateQueries({ queryKey: queryKeys.status });
      void client.invalidateQueries({ queryKey: queryKeys.skipped });
    },
    onError: (error) => {
      if (failureOf(error).code === 'unavailable') void client.invalidateQueries({ queryKey: queryKeys.settings });
    },
  });

  const edit = (changed: Partial<Settings>) => {
    save.reset();
    setEdits((known) => ({ ...known, ...changed }));
  };

  return (
    <SaveForm
      save={t('admin.settings.save')}
      dirty={dirty}
      blocked={pendingDomain.trim() !== ''}
      busy={save.isPending}
      failed={save.isError ? failureOf(save.error) : undefined}
      outcome={!save.isSuccess ? '' : syncEnabled ? t('admin.settings.savedWhileOn') : t('admin.settings.saved')}
      onSave={() => save.mutate({ settings: changes })}
      onDiscard={() => edit(saved)}
    >
      <SettingsFields draft={draft} onChange={edit} onPendingDomain={setPendingDomain} />
    </SaveForm>
  );
}
