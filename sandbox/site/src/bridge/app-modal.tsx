import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { useRef } from 'react';
import type { AppModule } from '../../../src/web/api-types';
import { AppFrame } from './app-frame';
import type { ModalCall } from './calls';
import { isCallbackRef } from './frame-port';

export interface OpenModal {
  request: ModalCall;
  callBack(ref: number, payload: unknown): void;
}

interface AppModalProps {
  open: OpenModal;
  module: AppModule;
  extension: Record<string, unknown>;
  onClosed(): void;
}

const WIDTHS: Record<string, string> = { small: 'small', medium: 'medium', large: 'large', xlarge: 'x-large' };

/** The dialog of the bridge's `Modal`: the app's page again, with what the opener passed on under `extension.modal`. */
export function AppModal({ open, module, extension, onClosed }: AppModalProps) {
  const { request, callBack } = open;
  const beforeClosing = useRef<(() => void)[]>([]);
  const close = (payload: unknown): void => {
    for (const listener of beforeClosing.current) listener();
    if (isCallbackRef(request.onClose)) callBack(request.onClose.__callback, payload);
    onClosed();
  };
  const width = typeof request.size === 'string' ? (WIDTHS[request.size] ?? '100%') : 'medium';
  return (
    <ModalTransition>
      <Modal
        width={width}
        onClose={() => close(undefined)}
        shouldCloseOnEscapePress={request.closeOnEscape}
        shouldCloseOnOverlayClick={request.closeOnOverlayClick}
      >
        <ModalHeader hasCloseButton>
          <ModalTitle>{request.title || module.title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <AppFrame
            module={module}
            extension={{ ...extension, modal: request.context }}
            minHeight={240}
            dialog={{ close, onClose: (listener) => beforeClosing.current.push(listener) }}
          />
        </ModalBody>
      </Modal>
    </ModalTransition>
  );
}
