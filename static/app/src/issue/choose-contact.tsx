import Button from '@atlaskit/button/new';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { issue as calls } from '../bridge/calls';
import { filledPage } from '../state/filled-page';
import { queryKeys } from '../state/query-keys';
import { useDebounced } from '../state/use-debounced';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Failed, Loading } from '../ui/page-states';
import { PersonAvatar } from '../ui/person-avatar';
import { JiraUserTag } from '../ui/tag';
import styles from './issue-panel.module.css';
import { Participants } from './participants';
import { Pick, Picker, PickText } from './picker';

const typingPause = 250;
const shownResults = 10;

interface Props {
  current: string | undefined;
  busy: boolean;
  onChoose: (contactId: string) => void;
  onCreate: (about: { name: string }) => void;
  onCancel: () => void;
}

/** Finds a contact: one of those who take part in the request, or any by name or email. */
export default function ChooseContact({ current, busy, onChoose, onCreate, onCancel }: Props) {
  const [text, setText] = useState('');
  const search = useDebounced(text.trim(), typingPause);
  return (
    <Picker
      label={t('contacts.search')}
      placeholder={t('contacts.searchPlaceholder')}
      text={text}
      onType={setText}
      onCancel={onCancel}
    >
      {search === '' ? (
        <Participants current={current} busy={busy} onChoose={onChoose} onCreate={onCreate} />
      ) : (
        <Found search={search} current={current} busy={busy} onChoose={onChoose} />
      )}
      <div className={layout.row}>
        <Button spacing="compact" appearance="subtle" onClick={() => onCreate({ name: text.trim() })}>
          {t('contacts.create')}
        </Button>
        <Button spacing="compact" appearance="subtle" onClick={onCancel}>
          {t('shared.cancel')}
        </Button>
      </div>
    </Picker>
  );
}

function Found({ search, current, busy, onChoose }: Omit<Props, 'onCreate' | 'onCancel'> & { search: string }) {
  const found = useQuery({
    queryKey: queryKeys.issueSearch(search),
    queryFn: () =>
      filledPage(
        (cursor) =>
          calls.findContactsForIssue({ search, limit: shownResults, ...(cursor === undefined ? {} : { cursor }) }),
        undefined,
      ),
    placeholderData: keepPreviousData,
  });
  const people = found.data?.items.filter((contact) => contact.id !== current);
  if (found.isError) {
    return <Failed error={found.error} onRetry={() => void found.refetch()} retrying={found.isFetching} />;
  }
  if (people === undefined) return <Loading lines={2} />;
  if (people.length === 0) {
    return (
      <p role="status" className={layout.small}>
        {t('issue.nothingFound')}
      </p>
    );
  }
  return (
    <>
      <ul className={styles.results}>
        {people.map((contact) => (
          <Pick key={contact.id} busy={busy} onPick={() => onChoose(contact.id)}>
            <PersonAvatar name={contact.name} imageUrl={contact.jiraUser?.avatarUrl} />
            <PickText
              name={
                <>
                  <bdi>{contact.name}</bdi>
                  {contact.synced && <JiraUserTag />}
                </>
              }
            >
              <bdi>{contact.email ?? t('shared.noEmail')}</bdi>
              {contact.companyName !== undefined && (
                <>
                  {' · '}
                  <bdi>{contact.companyName}</bdi>
                </>
              )}
            </PickText>
          </Pick>
        ))}
      </ul>
      {found.data?.cursor !== undefined && <p className={layout.small}>{t('issue.narrow')}</p>}
    </>
  );
}
