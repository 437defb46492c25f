import Button from '@atlaskit/button/new';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { failureOf } from '../bridge/call-error';
import type { IssueContact } from '../contract';
import { savingFailed } from '../texts/errors';
import { t } from '../texts/t';
import { LiveRegion } from '../ui/hidden';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { Loading } from '../ui/page-states';
import { ContactFacts } from './contact-facts';
import { ContactHead } from './contact-head';
import styles from './issue-panel.module.css';
import { OtherIssues } from './other-issues';
import { TextButton } from './text-button';
import { useIssueChoice } from './use-issue-choice';
import { WhyShown } from './why-shown';

const ChooseContact = lazy(() => import('./choose-contact'));
const CreateContact = lazy(() => import('./create-contact'));
const ChooseCompany = lazy(() => import('./choose-company'));

/** What the person is at, besides looking. `creating`: for whom. */
type Doing = 'looking' | 'choosing' | 'choosing-company' | { creating: { name: string; email?: string } };

export function IssueContactView({ shown }: { shown: IssueContact }) {
  const { contact, company, reporter, mayEdit = false } = shown;
  const [doing, setDoing] = useState<Doing>('looking');
  const panel = useRef<HTMLDivElement>(null);
  const cameFrom = useRef('contact');
  const [backTo, setBackTo] = useState<{ opens: string }>();
  const done = () => {
    setDoing('looking');
    setBackTo({ opens: cameFrom.current });
  };
  const choice = useIssueChoice(done);
  const begin = (next: Doing, from: string) => {
    choice.forget();
    cameFrom.current = from;
    setDoing(next);
  };
  const takeBack = (what: { contact: 'automatic' } | { company: 'automatic' }, from: string) => {
    cameFrom.current = from;
    choice.choose(what);
  };
  const cancel = () => {
    choice.forget();
    done();
  };

  // Back to the button that opened what is closed now, or to the panel if there is no such button any more.
  useEffect(() => {
    if (backTo === undefined) return;
    const from = panel.current?.querySelector<HTMLElement>(`[data-opens="${backTo.opens}"] button`);
    (from ?? panel.current)?.focus();
  }, [backTo]);

  const isLooking = doing === 'looking';
  const isBusy = !isLooking || choice.isSaving;
  const isCompany = doing === 'choosing-company';
  return (
    <div className={styles.panel} ref={panel} tabIndex={-1}>
      {contact !== undefined ? (
        <ContactHead shown={shown} contact={contact}>
          {mayEdit && (
            <span className={styles.small}>
              <span data-opens="contact">
                <TextButton isBusy={isBusy} onPress={() => begin('choosing', 'contact')}>
                  {t('issue.choose')}
                </TextButton>
              </span>
              {shown.chosen === 'manual' && (
                <TextButton isBusy={isBusy} onPress={() => takeBack({ contact: 'automatic' }, 'contact')}>
                  {t('issue.automatic')}
                </TextButton>
              )}
            </span>
          )}
        </ContactHead>
      ) : (
        <div>
          <p dir="auto">
            {reporter === undefined ? t('issue.noReporter') : t('issue.noneForReporter', { name: reporter.name })}
          </p>
          <p className={layout.small}>{mayEdit ? t('issue.noneHelp') : t('issue.readOnly')}</p>
        </div>
      )}
      {choice.error !== null && <ChoiceFailed error={choice.error} onClose={choice.forget} />}
      <Suspense fallback={<Loading lines={2} />}>
        {doing === 'choosing' && (
          <ChooseContact
            current={contact?.id}
            busy={choice.isSaving}
            onChoose={(contactId) => choice.choose({ contactId })}
            onCreate={(creating) => setDoing({ creating })}
            onCancel={cancel}
          />
        )}
        {typeof doing === 'object' && (
          <CreateContact
            about={doing.creating}
            linking={choice.isSaving}
            onCreated={(createdId) => choice.choose({ createdId })}
            onCancel={cancel}
          />
        )}
      </Suspense>
      {contact === undefined && isLooking && mayEdit && (
        <div className={layout.row}>
          <span data-opens="create">
            <Button
              spacing="compact"
              appearance="primary"
              onClick={() => begin({ creating: reporter ?? { name: '' } }, 'create')}
            >
              {t('contacts.create')}
            </Button>
          </span>
          <span data-opens="contact">
            <Button spacing="compact" onClick={() => begin('choosing', 'contact')}>
              {t('issue.chooseFirst')}
            </Button>
          </span>
        </div>
      )}
      <ContactFacts
        shown={shown}
        isBusy={isBusy}
        onChangeCompany={() => begin('choosing-company', 'company')}
        onAutomaticCompany={() => takeBack({ company: 'automatic' }, 'company')}
        chooser={
          isCompany && (
            <Suspense fallback={<Loading lines={2} />}>
              <ChooseCompany
                current={company?.id}
                hasNone={shown.companyBecause === 'none'}
                busy={choice.isSaving}
                onChoose={(companyId) => choice.choose({ companyId })}
                onCancel={cancel}
              />
            </Suspense>
          )
        }
      />
      <WhyShown shown={shown} />
      {(contact !== undefined || reporter !== undefined) && <OtherIssues contactId={contact?.id} />}
      <LiveRegion>
        {!choice.isSaved
          ? ''
          : choice.about === 'company'
            ? t('issue.company.changed', { name: company?.name ?? t('shared.noCompany') })
            : t('issue.changed', { name: contact?.name ?? t('issue.none') })}
      </LiveRegion>
    </div>
  );
}

function ChoiceFailed({ error, onClose }: { error: unknown; onClose: () => void }) {
  const words = savingFailed(failureOf(error));
  return (
    <Notice
      look="error"
      title={words.title}
      announced
      actions={
        <Button spacing="compact" onClick={onClose}>
          {t('shared.close')}
        </Button>
      }
    >
      {words.body}
    </Notice>
  );
}
