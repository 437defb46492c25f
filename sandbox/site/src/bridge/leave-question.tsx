import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { type ReactNode, useCallback, useState } from 'react';

interface Asked {
  url: URL;
  answer(leave: boolean): void;
}

/** Before an app takes somebody to another site, the site asks. */
export function useLeaveQuestion(appTitle: string): {
  question: ReactNode;
  mayLeaveFor: (url: URL) => Promise<boolean>;
} {
  const [asked, setAsked] = useState<Asked>();
  const mayLeaveFor = useCallback(
    (url: URL) =>
      new Promise<boolean>((resolve) => {
        setAsked({
          url,
          answer: (leave) => {
            setAsked(undefined);
            resolve(leave);
          },
        });
      }),
    [],
  );
  const question = (
    <ModalTransition>
      {asked === undefined ? null : (
        <Modal width="small" onClose={() => asked.answer(false)}>
          <ModalHeader hasCloseButton>
            <ModalTitle>Leave this site?</ModalTitle>
          </ModalHeader>
          <ModalBody>
            {appTitle} wants to open <strong className="wrap">{asked.url.href}</strong>
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={() => asked.answer(false)}>
              Stay here
            </Button>
            <Button appearance="primary" onClick={() => asked.answer(true)}>
              Open it
            </Button>
          </ModalFooter>
        </Modal>
      )}
    </ModalTransition>
  );
  return { question, mayLeaveFor };
}
