import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';

/** Asks before sync is turned off. */
export default function TurnOffDialog({ onCancel, onConfirm }: { onCancel: () => void; onConfirm: () => void }) {
  return (
    <Modal onClose={onCancel} width="small">
      <ModalHeader>
        <ModalTitle>{t('admin.turnOff.title')}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <div className={`${layout.stack} ${layout.tight}`}>
          <p>{t('admin.turnOff.body')}</p>
          <p>{t('admin.turnOff.again')}</p>
        </div>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onCancel}>
          {t('shared.cancel')}
        </Button>
        <Button appearance="primary" onClick={onConfirm}>
          {t('admin.turnOff.confirm')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
