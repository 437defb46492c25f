import Button from '@atlaskit/button/new';
import type { FormEvent, ReactNode, RefObject } from 'react';
import type { Failure } from '../contract';
import { savingFailed } from '../texts/errors';
import { t } from '../texts/t';
import layout from './layout.module.css';
import { Notice } from './notice';
import styles from './save-form.module.css';

interface Props {
  /** What the button says. */
  save: string;
  /** Whether there is anything to save. */
  dirty: boolean;
  /** Something has to be settled before it can be saved. */
  blocked?: boolean;
  busy: boolean;
  failed: Failure | undefined;
  /** What was done last, said while there is nothing to save; empty for nothing. */
  outcome: string;
  /** Where the focus goes when the button that was pressed is gone. */
  status?: RefObject<HTMLSpanElement>;
  onSave: (form: HTMLFormElement) => void;
  onDiscard: () => void;
  children: ReactNode;
}

/** A form that is saved as a whole: below what is in it, why saving failed, the buttons, and how things stand. */
export function SaveForm(props: Props) {
  const { save, dirty, blocked = false, busy, failed, outcome, status, onSave, onDiscard, children } = props;
  const words = failed === undefined ? undefined : savingFailed(failed);
  return (
    <form
      className={styles.form}
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        if (dirty && !busy && !blocked) onSave(event.currentTarget);
      }}
    >
      {children}
      {words !== undefined && (
        <Notice look="error" title={words.title} announced>
          {words.body}
        </Notice>
      )}
      <div className={styles.foot}>
        <Button appearance="primary" type="submit" isLoading={busy} isDisabled={!dirty || blocked}>
          {save}
        </Button>
        {dirty && (
          <Button appearance="subtle" onClick={onDiscard} isDisabled={busy}>
            {t('admin.settings.discard')}
          </Button>
        )}
        <span ref={status} tabIndex={-1} role="status" className={`${layout.small} ${styles.status}`}>
          {dirty ? t('admin.settings.unsaved') : outcome}
        </span>
      </div>
    </form>
  );
}
