import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import type { Contact, TemplateField } from '../contract';
import { useFormats } from '../page-provider';
import { t } from '../texts/t';
import { ConflictView } from '../ui/conflict-view';
import type { ContactChanges } from './contact-changes';
import { conflictTexts } from './contact-conflict';
import type { ConflictDecision } from './contact-editing';
import { OthersChanged } from './others-changed';

interface Props {
  base: Contact;
  theirs: Contact;
  changes: ContactChanges;
  companyName?: string | undefined;
  fields: readonly TemplateField[];
  onDecide: (decision: ConflictDecision) => void;
  onClosed: () => void;
}

/** Asks whose value stays. Leaving it goes back to what was typed. */
export default function ConflictDialog({ fields, onDecide, onClosed, ...versions }: Props) {
  const formats = useFormats();
  const { rows, others } = conflictTexts(versions, fields, formats);
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
        <ConflictView title={t('contacts.conflict.title')} rows={rows}>
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
