import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { issue as calls } from '../bridge/calls';
import fields from '../fields/fields.module.css';
import { queryKeys } from '../state/query-keys';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { PersonAvatar } from '../ui/person-avatar';
import styles from './issue-panel.module.css';
import { Pick, PickText } from './picker';

interface Props {
  current: string | undefined;
  busy: boolean;
  onChoose: (contactId: string) => void;
  onCreate: (about: { name: string }) => void;
}

/** Who takes part in the request besides its reporter. Whoever has no contact yet can get one. */
export function Participants({ current, busy, onChoose, onCreate }: Props) {
  const heading = useId();
  const found = useQuery({
    queryKey: queryKeys.participants,
    queryFn: async () => (await calls.listParticipants()).items,
  });
  const people = found.data?.filter(({ contactId }) => contactId === undefined || contactId !== current) ?? [];
  if (found.isError && found.data === undefined) {
    return (
      <p role="status" className={`${layout.small} ${layout.row}`}>
        {t('issue.participants.failed')}
        <Button spacing="compact" appearance="subtle" onClick={() => void found.refetch()} isLoading={found.isFetching}>
          {t('shared.tryAgain')}
        </Button>
      </p>
    );
  }
  if (people.length === 0) return <p className={layout.small}>{t('issue.typeToSearch')}</p>;
  return (
    <>
      <h3 className={fields.label} id={heading}>
        {t('issue.participants.heading')}
      </h3>
      <ul className={styles.results} aria-labelledby={heading}>
        {people.map(({ accountId, name, contactId }) => (
          <Pick
            key={accountId}
            busy={busy}
            onPick={() => (contactId === undefined ? onCreate({ name }) : onChoose(contactId))}
          >
            <PersonAvatar name={name} />
            <PickText name={<bdi>{name}</bdi>}>
              {contactId === undefined ? t('issue.participants.create') : undefined}
            </PickText>
          </Pick>
        ))}
      </ul>
    </>
  );
}
