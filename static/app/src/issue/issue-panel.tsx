import Button from '@atlaskit/button/new';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { failureOf } from '../bridge/call-error';
import { issue as calls, openContact } from '../bridge/calls';
import type { IssueContact } from '../contract';
import { queryKeys } from '../state/query-keys';
import { savingFailed } from '../texts/en/errors';
import { issue as texts } from '../texts/en/issue';
import { shared } from '../texts/en/shared';
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
    <main aria-label={texts.title}>
      <h1 className={layout.hidden}>{texts.title}</h1>
      {shown.data !== undefined ? (
        <IssueContactView shown={shown.data} />
      ) : (
        <div className={styles.panel}>
          {shown.isError ? (
            <Failed
              error={shown.error}
              forbidden={texts.forbidden}
              onRetry={() => void shown.refetch()}
              retrying={shown.isFetching}
            />
          ) : (
            <Loading lines={3} label={texts.loading} />
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
          <p>{shown.reporter === undefined ? texts.noReporter : texts.noneForReporter(shown.reporter.name)}</p>
          <p className={layout.small}>{texts.noneHelp}</p>
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
              {texts.open}
            </Button>
          )}
          {contact === undefined && (
            <Button spacing="compact" appearance="primary" onClick={() => setDoing('creating')}>
              {texts.create}
            </Button>
          )}
          <Button
            spacing="compact"
            appearance={contact === undefined ? 'default' : 'subtle'}
            onClick={() => setDoing('choosing')}
          >
            {contact === undefined ? texts.chooseFirst : texts.choose}
          </Button>
          {shown.chosen === 'manual' && (
            <Button spacing="compact" appearance="subtle" onClick={() => unlink.mutate()} isLoading={unlink.isPending}>
              {texts.automatic}
            </Button>
          )}
        </div>
      )}
      {opener.refused && <p role="alert">{shared.openRefused}</p>}
      <LiveRegion>{link.isSuccess || unlink.isSuccess ? texts.changed(contact?.name ?? texts.none) : ''}</LiveRegion>
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
