import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useQuestionBeforeUnload } from '../state/use-unsaved';
import { t } from '../texts/t';
import { ConflictView } from '../ui/conflict-view';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import styles from './contact-page.module.css';
import { leaveDialog } from './leave-dialog';
import { OthersChanged } from './others-changed';
import { SaveFailed } from './save-failed';

/** Two versions of the record, and the ways out. */
export interface DialogConflict {
  title: string;
  rows: readonly { key: string; label: string; theirs: string; mine: string }[];
  /** What else was changed, which stays. */
  others: readonly string[];
  /** Back to the form, with all that was typed. */
  onBack: () => void;
  onTheirs: () => void;
  onMine: () => void;
}

interface Props {
  title: string;
  submit: string;
  saving: boolean;
  error: unknown;
  conflict: DialogConflict | undefined;
  /** Something was written that is not saved. */
  written: boolean;
  /** Grows when something was found to be wrong: the first control that says so takes the focus. */
  complaints: number;
  onSubmit: () => void;
  onClose: () => void;
  /** The dialog is gone, and the focus back where it was. */
  onClosed?: (() => void) | undefined;
  children: ReactNode;
}

/** The form of a record in a dialog. In place of it, two versions of the record when somebody else saved another one. */
export function RecordDialog(props: Props) {
  const { title, submit, saving, error, conflict, written, complaints, onSubmit, onClose, onClosed, children } = props;
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useQuestionBeforeUnload(written);
  useEffect(() => {
    if (complaints > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [complaints]);
  const away = asking || conflict !== undefined;
  const wasAway = useRef(false);
  const lastControl = useRef<HTMLElement | null>(null);
  // The button that was pressed is gone by now; the focus must not be lost with it.
  useEffect(() => {
    if (wasAway.current && !away) lastControl.current?.focus();
    wasAway.current = away;
  }, [away]);

  const leave = () => {
    const next = leaveDialog({ conflict: conflict !== undefined, asking, written });
    setAsking(next === 'ask');
    if (next === 'close') onClose();
    if (next === 'back-to-form') conflict?.onBack();
  };
  return (
    <Modal
      onClose={leave}
      {...(onClosed && { onCloseComplete: onClosed })}
      shouldCloseOnOverlayClick={false}
      width="medium"
    >
      <form
        ref={form}
        noValidate
        className={styles.dialogForm}
        onFocus={({ target }) => {
          if (!(target instanceof HTMLButtonElement)) lastControl.current = target;
        }}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (saving) return;
          setAsking(false);
          onSubmit();
        }}
      >
        <ModalHeader>
          <ModalTitle>{title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <div className={layout.stack}>
            {error !== undefined && <SaveFailed error={error} />}
            {conflict !== undefined && (
              <ConflictView title={conflict.title} rows={conflict.rows}>
                <OthersChanged labels={conflict.others} />
              </ConflictView>
            )}
            <div hidden={conflict !== undefined}>{children}</div>
          </div>
        </ModalBody>
        <ModalFooter>
          {asking && conflict === undefined ? (
            <LeaveQuestion onBack={leave} onDiscard={onClose} />
          ) : conflict === undefined ? (
            <>
              <Button appearance="subtle" onClick={onClose}>
                {t('shared.cancel')}
              </Button>
              <Button appearance="primary" type="submit" isLoading={saving}>
                {submit}
              </Button>
            </>
          ) : (
            <>
              <Button appearance="subtle" onClick={conflict.onBack}>
                {t('contacts.inline.back')}
              </Button>
              <Button onClick={conflict.onTheirs}>{t('contacts.conflict.useTheirs')}</Button>
              <Button appearance="primary" onClick={conflict.onMine} isLoading={saving}>
                {t('contacts.conflict.keepMine')}
              </Button>
            </>
          )}
        </ModalFooter>
      </form>
    </Modal>
  );
}

/** Asks, in place of the other buttons, whether what was written may go. */
function LeaveQuestion({ onBack, onDiscard }: { onBack: () => void; onDiscard: () => void }) {
  return (
    <Notice
      look="warning"
      announced
      actions={
        <>
          <Button autoFocus onClick={onBack}>
            {t('contacts.inline.back')}
          </Button>
          <Button appearance="subtle" onClick={onDiscard}>
            {t('admin.settings.discard')}
          </Button>
        </>
      }
    >
      {t('admin.settings.unsaved')}
    </Notice>
  );
}
