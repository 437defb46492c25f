import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { admin } from '../texts/en/admin';
import { shared } from '../texts/en/shared';
import layout from '../ui/layout.module.css';

/** Asks before sync is turned off. */
export default function TurnOffDialog({ onCancel, onConfirm }: { onCancel: () => void; onConfirm: () => void }) {
  return (
    <Modal onClose={onCancel} width="small">
      <ModalHeader>
        <ModalTitle>{admin.turnOff.title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <div className={`${layout.stack} ${layout.tight}`}>
          <p>{admin.turnOff.body}</p>
          <p>{admin.turnOff.again}</p>
        </div>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onCancel}>
          {shared.cancel}
        </Button>
        <Button appearance="primary" onClick={onConfirm}>
          {admin.turnOff.confirm}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
