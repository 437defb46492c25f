import Button from '@atlaskit/button/new';
import { savingFailed } from '../texts/errors';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import styles from './templates.module.css';
import type { Saving } from './use-save-template';

interface Props {
  dirty: boolean;
  /** Something has to be put right before it can be saved. */
  problems: boolean;
  saving: Saving;
  onSave: () => void;
  onDiscard: () => void;
  onUndo: (() => void) | undefined;
}

/** What was changed, and what to do with it. In sight as long as there is something to save. */
export function SaveBar({ dirty, problems, saving, onSave, onDiscard, onUndo }: Props) {
  const { busy, failed, theirs } = saving;
  if (!dirty && failed === undefined) return null;
  const words = failed === undefined ? undefined : savingFailed(failed);
  return (
    <section aria-label={t('templates.save.bar')} className={styles.bar}>
      {words !== undefined && (
        <Notice look={failed?.code === 'unavailable' ? 'warning' : 'error'} title={words.title} announced>
          {words.body}
        </Notice>
      )}
      {problems && (
        <p role="alert" className={styles.problem}>
          {t('templates.save.problems')}
        </p>
      )}
      <div className={layout.row}>
        <Button appearance="primary" onClick={onSave} isLoading={busy} isDisabled={!dirty || theirs !== undefined}>
          {t('templates.save.save')}
        </Button>
        <Button appearance="subtle" onClick={onDiscard} isDisabled={busy}>
          {t('templates.save.discard')}
        </Button>
        {onUndo !== undefined && (
          <Button appearance="subtle" onClick={onUndo} isDisabled={busy}>
            {t('templates.save.undo')}
          </Button>
        )}
        <span role="status" className={layout.small}>
          {t('templates.save.unsaved')}
        </span>
      </div>
    </section>
  );
}
