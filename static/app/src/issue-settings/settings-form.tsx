import Button from '@atlaskit/button/new';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { IssueSettings } from '../contract';
import { queryKeys } from '../state/query-keys';
import { savingFailed } from '../texts/errors';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import styles from './issue-settings.module.css';
import { OwnProjects } from './own-projects';
import { SettingsConflictView } from './settings-conflict';
import { differences, draftOf, type SettingsDraft } from './settings-draft';
import { StepsOfAll } from './steps-of-all';
import { useSaveIssueSettings } from './use-save-issue-settings';

interface Props {
  saved: IssueSettings;
  onDirty: (dirty: boolean) => void;
  /** Told when other settings hold than before. */
  onSaved: () => void;
}

/** What was chosen stays until it is saved or discarded, also when saving fails. */
export function SettingsForm({ saved, onDirty, onSaved }: Props) {
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(saved));
  const [discarded, setDiscarded] = useState(false);
  const status = useRef<HTMLSpanElement>(null);
  const saving = useSaveIssueSettings((settings) => {
    setDraft(draftOf(settings));
    onSaved();
    // The button cannot be pressed any more; the focus must not be lost with it.
    status.current?.focus();
  });
  const { conflict } = saving;
  const dirty = differences(saved, draft).length > 0;
  useEffect(() => onDirty(dirty), [dirty, onDirty]);

  const change = (next: SettingsDraft) => {
    saving.reset();
    setDiscarded(false);
    setDraft(next);
  };
  const startFrom = (settings: IssueSettings) => {
    saving.reset();
    client.setQueryData(queryKeys.issueSettings, settings);
    setDraft(draftOf(settings));
    status.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (dirty && !saving.busy && conflict === undefined) saving.save(draft, saved);
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <StepsOfAll steps={draft.steps} onChange={(steps) => change({ ...draft, steps })} />
      <OwnProjects draft={draft} onChange={change} />
      {conflict !== undefined && (
        <SettingsConflictView
          conflict={conflict}
          busy={saving.busy}
          onTheirs={() => startFrom(conflict.theirs)}
          onMine={() => saving.save(conflict.merged, conflict.theirs)}
        />
      )}
      {saving.failed !== undefined && (
        <Notice look="error" title={savingFailed(saving.failed).title} announced>
          {savingFailed(saving.failed).body}
        </Notice>
      )}
      <div className={styles.foot}>
        <Button
          appearance="primary"
          type="submit"
          isLoading={saving.busy}
          isDisabled={!dirty || conflict !== undefined}
        >
          {t('admin.settings.save')}
        </Button>
        {dirty && (
          <Button
            appearance="subtle"
            isDisabled={saving.busy}
            onClick={() => {
              startFrom(saved);
              setDiscarded(true);
            }}
          >
            {t('admin.settings.discard')}
          </Button>
        )}
        <span ref={status} tabIndex={-1} role="status" className={`${layout.small} ${styles.status}`}>
          {dirty
            ? t('admin.settings.unsaved')
            : saving.done
              ? t('admin.settings.saved')
              : discarded
                ? t('access.discarded')
                : ''}
        </span>
      </div>
      <p className={layout.small}>{t('issueSettings.existing')}</p>
    </form>
  );
}
