import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import type { useTemplate } from '../state/use-template';
import { t } from '../texts/t';
import { Failed, Loading } from '../ui/page-states';

interface Props {
  title: string;
  template: ReturnType<typeof useTemplate>;
  onClose: () => void;
  /** The dialog is gone, and the focus back where it was. */
  onClosed?: (() => void) | undefined;
}

/** A dialog that cannot be shown yet, as the template that lays it out is still being read. */
export function WaitingDialog({ title, template, onClose, onClosed }: Props) {
  return (
    <Modal onClose={onClose} {...(onClosed && { onCloseComplete: onClosed })} width="medium">
      <ModalHeader hasCloseButton>
        <ModalTitle>{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        {template.isError ? (
          <Failed error={template.error} onRetry={() => void template.refetch()} retrying={template.isFetching} />
        ) : (
          <Loading lines={4} />
        )}
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          {t('shared.cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
