import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { t } from '../texts/t';

/** Asks before changes that are not saved are left behind. */
export default function LeaveModal({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <Modal onClose={onStay} width="small">
      <ModalHeader>
        <ModalTitle>{t('unsaved.title')}</ModalTitle>
      </ModalHeader>
      <ModalBody>{t('unsaved.body')}</ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onLeave}>
          {t('unsaved.leave')}
        </Button>
        <Button appearance="primary" autoFocus onClick={onStay}>
          {t('unsaved.stay')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
