import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { t } from '../texts/t';
import { ConflictView } from '../ui/conflict-view';
import { OthersChanged } from './others-changed';

export type VersionsDecision = 'mine' | 'theirs' | 'later';

/** What two people made of a record. */
export interface Versions {
  title: string;
  rows: readonly { key: string; label: string; theirs: string; mine: string }[];
  /** What else was changed, which stays. */
  others: readonly string[];
}

interface Props extends Versions {
  onDecide: (decision: VersionsDecision) => void;
  /** The dialog is gone, and the focus back where it was. */
  onClosed: () => void;
}

/** Asks which of two versions of a value stays. Leaving it goes back to what was typed. */
export default function VersionsDialog({ title, rows, others, onDecide, onClosed }: Props) {
  return (
    <Modal
      onClose={() => onDecide('later')}
      onCloseComplete={onClosed}
      shouldCloseOnOverlayClick={false}
      width="medium"
    >
      <ModalHeader>
        <ModalTitle>{t('contacts.inline.conflictTitle')}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <ConflictView title={title} rows={rows}>
          <OthersChanged labels={others} />
        </ConflictView>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={() => onDecide('later')}>
          {t('contacts.inline.back')}
        </Button>
        <Button onClick={() => onDecide('theirs')}>{t('contacts.conflict.useTheirs')}</Button>
        <Button appearance="primary" onClick={() => onDecide('mine')}>
          {t('contacts.conflict.keepMine')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
