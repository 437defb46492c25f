import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
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
  /** What was done last, once there is nothing to save any more. */
  outcome: Outcome | undefined;
}

export type Outcome = 'saved' | 'discarded' | 'undone';

/** What was changed, and what to do with it. In sight as long as there is something to save. */
export function SaveBar({ dirty, problems, saving, onSave, onDiscard, onUndo, outcome }: Props) {
  const { busy, failed, theirs } = saving;
  if (!dirty && failed === undefined) return outcome === undefined ? null : <Done outcome={outcome} />;
  const words = failed === undefined ? undefined : savingFailed(failed);
  return (
    <section aria-label={t('templates.save.bar')} className={styles.bar} tabIndex={-1} data-focus="save bar">
      {words !== undefined && (
        <Notice look={failed?.code === 'unavailable' ? 'warning' : 'error'} title={words.title} announced>
          {words.body}
        </Notice>
      )}
      {problems && (
        <p role="alert" className={layout.problem}>
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
          {t('admin.settings.unsaved')}
        </span>
      </div>
    </section>
  );
}

/** The button that was pressed is gone; the focus comes here, and with it what was done is said. */
function Done({ outcome }: { outcome: Outcome }) {
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => text.current?.focus({ preventScroll: true }), []);
  return (
    <p ref={text} tabIndex={-1} className={styles.done}>
      {t(`templates.save.${outcome}`)}
    </p>
  );
}
