import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { IssueSteps } from '../contract';
import { useFormats } from '../page-provider';
import { t } from '../texts/t';
import { ConflictView } from '../ui/conflict-view';
import layout from '../ui/layout.module.css';
import styles from './issue-settings.module.css';
import { type Decided, projectOf, type SettingsDraft, stepsInOrder } from './settings-draft';
import type { SettingsConflict } from './use-save-issue-settings';

interface Props {
  conflict: SettingsConflict;
  busy: boolean;
  onTheirs: () => void;
  onMine: () => void;
}

/** What two people decided otherwise, and the choice between the two. */
export function SettingsConflictView({ conflict, busy, onTheirs, onMine }: Props) {
  const formats = useFormats();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const { theirs, merged, disputed } = conflict;

  const words = (steps: IssueSteps | undefined): string => {
    if (steps === undefined) return t('issueSettings.conflict.asAll');
    const taken = stepsInOrder.flatMap((step, index) => (steps[step] ? formats.number(index + 1) : []));
    if (taken.length === 0) return t('issueSettings.conflict.none');
    return t('issueSettings.conflict.some', { count: taken.length, steps: formats.list(taken) });
  };
  const stepsOf = (draft: SettingsDraft, one: Decided) => (one === 'all' ? draft.steps : projectOf(draft, one)?.steps);
  const nameOf = (one: Decided): string =>
    one === 'all'
      ? t('issueSettings.conflict.all')
      : (projectOf(merged, one)?.name ?? projectOf(theirs, one)?.name ?? one);

  return (
    <div ref={place} tabIndex={-1} className={styles.conflict}>
      <ConflictView
        title={t('issueSettings.conflict.title')}
        rows={disputed.map((one) => ({
          key: one,
          label: nameOf(one),
          theirs: words(stepsOf(theirs, one)),
          mine: words(stepsOf(merged, one)),
        }))}
      >
        <div className={layout.row}>
          <Button appearance="primary" onClick={onMine} isLoading={busy}>
            {t('contacts.conflict.keepMine')}
          </Button>
          <Button onClick={onTheirs}>{t('contacts.conflict.useTheirs')}</Button>
        </div>
      </ConflictView>
    </div>
  );
}
