import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { issue as calls } from '../bridge/calls';
import { type Contact, limits } from '../contract';
import { filledPage } from '../state/filled-page';
import { queryKeys } from '../state/query-keys';
import { useDebounced } from '../state/use-debounced';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Failed, Loading } from '../ui/page-states';
import { PersonAvatar } from '../ui/person-avatar';
import { JiraUserTag } from '../ui/tag';
import styles from './issue-panel.module.css';

const typingPause = 250;
const shownResults = 10;

interface Props {
  current: string | undefined;
  busy: boolean;
  onChoose: (contact: Contact) => void;
  onCancel: () => void;
}

/** Finds a contact by name or email. */
export function ChooseContact({ current, busy, onChoose, onCancel }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const search = useDebounced(text.trim(), typingPause);
  const found = useQuery({
    queryKey: queryKeys.issueSearch(search),
    queryFn: () =>
      filledPage(
        (cursor) =>
          calls.findContactsForIssue({ search, limit: shownResults, ...(cursor === undefined ? {} : { cursor }) }),
        undefined,
      ),
    enabled: search !== '',
  });
  const people = found.data?.items.filter((contact) => contact.id !== current);

  return (
    <search className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {t('issue.search')}
      </label>
      <Textfield
        id={id}
        isCompact
        autoFocus
        dir="auto"
        type="search"
        value={text}
        placeholder={t('issue.searchPlaceholder')}
        maxLength={limits.searchLength}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
      />
      {search === '' ? (
        <p className={layout.small}>{t('issue.typeToSearch')}</p>
      ) : found.isError ? (
        <Failed error={found.error} onRetry={() => void found.refetch()} retrying={found.isFetching} />
      ) : people === undefined ? (
        <Loading lines={2} />
      ) : people.length === 0 ? (
        <p role="status" className={layout.small}>
          {t('issue.nothingFound')}
        </p>
      ) : (
        <ul className={styles.results}>
          {people.map((contact) => (
            <li key={contact.id}>
              <Result contact={contact} busy={busy} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button spacing="compact" appearance="subtle" onClick={onCancel}>
          {t('issue.cancel')}
        </Button>
      </div>
    </search>
  );
}

function Result({ contact, busy, onChoose }: { contact: Contact; busy: boolean; onChoose: (chosen: Contact) => void }) {
  return (
    <button type="button" className={styles.result} disabled={busy} onClick={() => onChoose(contact)}>
      <PersonAvatar name={contact.name} imageUrl={contact.jiraUser?.avatarUrl} />
      <span>
        <span className={layout.row}>
          <bdi>{contact.name}</bdi>
          {contact.synced && <JiraUserTag />}
        </span>
        <span className={layout.small}>
          <bdi>{contact.email ?? t('shared.noEmail')}</bdi>
          {contact.companyName !== undefined && (
            <>
              {' · '}
              <bdi>{contact.companyName}</bdi>
            </>
          )}
        </span>
      </span>
    </button>
  );
}
