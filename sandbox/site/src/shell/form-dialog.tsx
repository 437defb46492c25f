import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import { type FormEvent, type ReactNode, useState } from 'react';

interface FormDialogProps {
  title: string;
  action: string;
  danger?: boolean;
  onClose: () => void;
  /** What the action does; the dialog closes when it is done and shows the message of what it throws. */
  save: () => Promise<void>;
  children: ReactNode;
}

export function FormDialog({ title, action, danger = false, onClose, save, children }: FormDialogProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      await save();
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <ModalTransition>
      <Modal onClose={onClose} width="small">
        <form onSubmit={(event) => void submit(event)}>
          <ModalHeader hasCloseButton>
            <ModalTitle>{title}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            {problem === undefined ? null : <SectionMessage appearance="error">{problem}</SectionMessage>}
            {children}
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onClose}>
              Cancel
            </Button>
            <Button appearance={danger ? 'danger' : 'primary'} type="submit" isLoading={busy}>
              {action}
            </Button>
          </ModalFooter>
        </form>
      </Modal>
    </ModalTransition>
  );
}

export function Labelled({
  id,
  label,
  help,
  children,
}: {
  id: string;
  label: string;
  help?: string;
  children: ReactNode;
}) {
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {children}
      {help === undefined ? null : <p className="quiet small">{help}</p>}
    </div>
  );
}
