import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { useMutation } from '@tanstack/react-query';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { SaveFailed } from './save-failed';

interface Props {
  title: string;
  body: string;
  remove: () => Promise<unknown>;
  onRemoved: () => void;
  onClose: () => void;
}

/** Asks before something is deleted, and stays open when that fails. */
export default function DeleteDialog({ title, body, remove, onRemoved, onClose }: Props) {
  const removal = useMutation({ mutationFn: remove, onSuccess: onRemoved });
  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader>
        <ModalTitle appearance="danger">{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <div className={layout.stack}>
          <p dir="auto">{body}</p>
          {removal.isError && <SaveFailed error={removal.error} />}
        </div>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          {t('shared.cancel')}
        </Button>
        <Button appearance="danger" onClick={() => removal.mutate()} isLoading={removal.isPending}>
          {t('contacts.delete')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
