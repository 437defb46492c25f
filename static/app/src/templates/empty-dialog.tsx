import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { useMutation } from '@tanstack/react-query';
import { failureOf } from '../bridge/call-error';
import type { TemplateOf } from '../contract';
import { savingFailed } from '../texts/errors';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';

interface Props {
  of: TemplateOf;
  name: string;
  /** There are changes of the template that are not saved; they stay. */
  dirty: boolean;
  empty: () => Promise<void>;
  onEmptying: () => void;
  onClose: () => void;
}

/** Asks before the values of a removed field are emptied: nothing brings them back. */
export function EmptyDialog({ of, name, dirty, empty, onEmptying, onClose }: Props) {
  const emptying = useMutation({ mutationFn: empty, onSuccess: onEmptying });
  const words = emptying.isError ? savingFailed(failureOf(emptying.error)) : undefined;
  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader>
        <ModalTitle appearance="danger">{t('templates.emptying.title')}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <div className={layout.stack}>
          <p dir="auto">{t(`templates.emptying.body.${of}`, { name })}</p>
          {dirty && <p>{t('templates.emptying.dirty')}</p>}
          {words !== undefined && (
            <Notice look="error" title={words.title} announced>
              {words.body}
            </Notice>
          )}
        </div>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          {t('shared.cancel')}
        </Button>
        <Button appearance="danger" onClick={() => emptying.mutate()} isLoading={emptying.isPending}>
          {t('templates.removed.empty')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
