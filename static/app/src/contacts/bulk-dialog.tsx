import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import ProgressBar from '@atlaskit/progress-bar';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { contacts as calls } from '../bridge/calls';
import { queryKeys } from '../state/query-keys';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { BulkOutcomeView } from './bulk-outcome';
import { BulkQuestion } from './bulk-question';
import { type BulkResult, runInChunks, withNewVersions, worthRetrying } from './bulk-run';
import type { CompanyChoice } from './company-choice';
import type { ChosenContact } from './selection';

interface Props {
  task: 'company' | 'delete';
  contacts: readonly ChosenContact[];
  /** Says for which it was not done, and for how many it was. */
  onClose: (failed: string[], done: number) => void;
}

type Step =
  | { at: 'question' }
  | { at: 'work'; done: number; of: number; stopping: boolean }
  | { at: 'end'; result: BulkResult };

/** Asks before something is done to many contacts, shows how far it is, and says what could not be done and why. */
export default function BulkDialog({ task, contacts, onClose }: Props) {
  const client = useQueryClient();
  const [step, setStep] = useState<Step>({ at: 'question' });
  const [company, setCompany] = useState<CompanyChoice | null>(null);
  const [changed, setChanged] = useState(0);
  const stop = useRef(false);
  const heading = useRef<HTMLDivElement>(null);
  const { at } = step;

  // The button that was pressed is gone.
  useEffect(() => {
    if (at !== 'question') heading.current?.focus();
  }, [at]);

  const run = async (chosen: readonly ChosenContact[]) => {
    stop.current = false;
    setStep({ at: 'work', done: 0, of: chosen.length, stopping: false });
    const result = await runInChunks(chosen, {
      act: (part) =>
        task === 'delete'
          ? calls.deleteContacts({ contacts: part })
          : calls.setCompanyOfContacts({ contacts: part, companyId: company?.value ?? null }),
      onProgress: (done) => setStep({ at: 'work', done, of: chosen.length, stopping: stop.current }),
      stopped: () => stop.current,
    });
    setChanged((before) => before + result.changed);
    setStep({ at: 'end', result });
    await Promise.all(
      [queryKeys.contacts, queryKeys.companies, ['contact']].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  };
  const retry = async (result: BulkResult) => {
    const again = worthRetrying(result.failed);
    setStep({ at: 'work', done: 0, of: again.length, stopping: false });
    await run(await withNewVersions(again, async (id) => (await calls.getContact(id)).version));
  };
  const close = () => {
    if (step.at === 'work') return;
    if (step.at === 'question') onClose([], 0);
    else
      onClose(
        step.result.failed.map(({ contact }) => contact.id),
        changed,
      );
  };
  const count = contacts.length;
  const retryable = step.at === 'end' && worthRetrying(step.result.failed).length > 0;

  return (
    <Modal onClose={close} shouldCloseOnOverlayClick={false} width="medium">
      <ModalHeader>
        <ModalTitle {...(task === 'delete' && at === 'question' ? { appearance: 'danger' as const } : {})}>
          {at === 'question' || task === 'company'
            ? t(`contacts.bulk.title.${task}`, { count })
            : t('contacts.bulk.confirm.delete', { count })}
        </ModalTitle>
      </ModalHeader>
      <ModalBody>
        <div className={layout.stack} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
          {step.at === 'question' && (
            <BulkQuestion task={task} contacts={contacts} company={company} onCompany={setCompany} />
          )}
          {step.at === 'work' && (
            <>
              <ProgressBar
                ariaLabel={t('companyChanges.progress.label')}
                value={step.of === 0 ? 0 : step.done / step.of}
              />
              <p role="status">{t('contacts.bulk.working', { done: step.done, of: step.of })}</p>
            </>
          )}
          {step.at === 'end' && <BulkOutcomeView task={task} changed={changed} failed={step.result.failed} />}
        </div>
      </ModalBody>
      <ModalFooter>
        {step.at === 'question' && (
          <>
            <Button appearance="subtle" onClick={close}>
              {t('shared.cancel')}
            </Button>
            <Button appearance={task === 'delete' ? 'danger' : 'primary'} onClick={() => void run(contacts)}>
              {task === 'delete'
                ? t('contacts.bulk.confirm.delete', { count })
                : company === null
                  ? t('contacts.bulk.confirm.none', { count })
                  : t('contacts.bulk.confirm.company', { count })}
            </Button>
          </>
        )}
        {step.at === 'work' && (
          <Button
            isDisabled={step.stopping}
            onClick={() => {
              stop.current = true;
              setStep({ ...step, stopping: true });
            }}
          >
            {step.stopping ? t('contacts.bulk.stopping') : t('contacts.bulk.stop')}
          </Button>
        )}
        {step.at === 'end' && (
          <>
            {retryable && <Button onClick={() => void retry(step.result)}>{t('contacts.bulk.retry')}</Button>}
            <Button appearance="primary" onClick={close}>
              {t('shared.close')}
            </Button>
          </>
        )}
      </ModalFooter>
    </Modal>
  );
}
