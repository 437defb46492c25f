import Button from '@atlaskit/button/new';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { failureOf } from '../bridge/call-error';
import { issue as calls, openContact } from '../bridge/calls';
import type { IssueContact } from '../contract';
import { queryKeys } from '../state/query-keys';
import { savingFailed } from '../texts/errors';
import { t } from '../texts/t';
import { LiveRegion } from '../ui/hidden';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { Failed, Loading } from '../ui/page-states';
import { useOpener } from '../ui/use-opener';
import { ChooseContact } from './choose-contact';
import { ContactSummary } from './contact-summary';
import { CreateContact } from './create-contact';
import styles from './issue-panel.module.css';

/** Who is asking: the contact of the issue's reporter, or the one chosen by hand. */
export default function IssuePanel() {
  const shown = useQuery({ queryKey: queryKeys.issueContact, queryFn: calls.getIssueContact });
  return (
    <main aria-label={t('issue.title')}>
      <h1 className={layout.hidden}>{t('issue.title')}</h1>
      {shown.data !== undefined ? (
        <IssueContactView shown={shown.data} />
      ) : (
        <div className={styles.panel}>
          {shown.isError ? (
            <Failed
              error={shown.error}
              forbidden={t('issue.forbidden')}
              onRetry={() => void shown.refetch()}
              retrying={shown.isFetching}
            />
          ) : (
            <Loading lines={3} label={t('issue.loading')} />
          )}
        </div>
      )}
    </main>
  );
}

type Doing = 'looking' | 'choosing' | 'creating';

function IssueContactView({ shown }: { shown: IssueContact }) {
  const client = useQueryClient();
  const opener = useOpener();
  const [doing, setDoing] = useState<Doing>('looking');
  const panel = useRef<HTMLDivElement>(null);
  const done = () => {
    setDoing('looking');
    panel.current?.focus();
  };
  const onSuccess = (next: IssueContact) => {
    client.setQueryData(queryKeys.issueContact, next);
    done();
  };
  const link = useMutation({ mutationFn: calls.linkIssueContact, onSuccess });
  const unlink = useMutation({ mutationFn: calls.unlinkIssueContact, onSuccess });
  const error = link.error ?? unlink.error;
  const { contact } = shown;

  return (
    <div className={styles.panel} ref={panel} tabIndex={-1}>
      {contact !== undefined ? (
        <ContactSummary shown={shown} contact={contact} />
      ) : (
        <div>
          <p>
            {shown.reporter === undefined
              ? t('issue.noReporter')
              : t('issue.noneForReporter', { name: shown.reporter.name })}
          </p>
          <p className={layout.small}>{t('issue.noneHelp')}</p>
        </div>
      )}
      {error !== null && <LinkFailed error={error} />}
      {doing === 'choosing' && (
        <ChooseContact
          current={contact?.id}
          busy={link.isPending}
          onChoose={(chosen) => link.mutate(chosen.id)}
          onCancel={done}
        />
      )}
      {doing === 'creating' && (
        <CreateContact
          name={shown.reporter?.name ?? ''}
          linking={link.isPending}
          onCreated={(created) => link.mutate(created.id)}
          onCancel={done}
        />
      )}
      {doing === 'looking' && (
        <div className={layout.row}>
          {contact !== undefined && (
            <Button spacing="compact" onClick={() => opener.open(() => openContact(contact.id))}>
              {t('issue.open')}
            </Button>
          )}
          {contact === undefined && (
            <Button spacing="compact" appearance="primary" onClick={() => setDoing('creating')}>
              {t('issue.create')}
            </Button>
          )}
          <Button
            spacing="compact"
            appearance={contact === undefined ? 'default' : 'subtle'}
            onClick={() => setDoing('choosing')}
          >
            {contact === undefined ? t('issue.chooseFirst') : t('issue.choose')}
          </Button>
          {shown.chosen === 'manual' && (
            <Button spacing="compact" appearance="subtle" onClick={() => unlink.mutate()} isLoading={unlink.isPending}>
              {t('issue.automatic')}
            </Button>
          )}
        </div>
      )}
      {opener.refused && <p role="alert">{t('shared.openRefused')}</p>}
      <LiveRegion>
        {link.isSuccess || unlink.isSuccess ? t('issue.changed', { name: contact?.name ?? t('issue.none') }) : ''}
      </LiveRegion>
    </div>
  );
}

function LinkFailed({ error }: { error: unknown }) {
  const words = savingFailed(failureOf(error));
  return (
    <Notice look="error" title={words.title} announced>
      {words.body}
    </Notice>
  );
}
