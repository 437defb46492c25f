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
import styles from './issue-panel.module.css';
import { Pick, Picker, PickText } from './picker';

const typingPause = 250;
const shownResults = 10;

interface Props {
  current: string | undefined;
  /** Whether the issue has no company on purpose already. */
  hasNone: boolean;
  busy: boolean;
  /** null: no company. */
  onChoose: (companyId: string | null) => void;
  onCancel: () => void;
}

/** Finds a company for the issue, or leaves it without one on purpose. */
export default function ChooseCompany({ current, hasNone, busy, onChoose, onCancel }: Props) {
  const [text, setText] = useState('');
  const search = useDebounced(text.trim(), typingPause);
  const found = useQuery({
    queryKey: queryKeys.issueCompanySearch(search),
    queryFn: () =>
      filledPage(
        (cursor) =>
          calls.findCompaniesForIssue({
            limit: shownResults,
            ...(search === '' ? {} : { search }),
            ...(cursor === undefined ? {} : { cursor }),
          }),
        undefined,
      ),
    placeholderData: keepPreviousData,
  });
  const companies = found.data?.items.filter(({ id }) => id !== current);
  return (
    <Picker label={t('contacts.company.search')} text={text} onType={setText} onCancel={onCancel}>
      {found.isError ? (
        <Failed error={found.error} onRetry={() => void found.refetch()} retrying={found.isFetching} />
      ) : companies === undefined ? (
        <Loading lines={2} />
      ) : companies.length === 0 ? (
        <p role="status" className={layout.small}>
          {t('contacts.company.nothingFound')}
        </p>
      ) : (
        <ul className={styles.results}>
          {companies.map(({ id, name, domains }) => (
            <Pick key={id} busy={busy} onPick={() => onChoose(id)}>
              <PickText name={<bdi>{name}</bdi>}>
                {domains[0] === undefined ? undefined : <bdi>{domains.slice(0, 2).join(', ')}</bdi>}
              </PickText>
            </Pick>
          ))}
        </ul>
      )}
      {found.data?.cursor !== undefined && <p className={layout.small}>{t('issue.narrow')}</p>}
      <div className={layout.row}>
        {!hasNone && (
          <Button spacing="compact" appearance="subtle" isDisabled={busy} onClick={() => onChoose(null)}>
            {t('shared.noCompany')}
          </Button>
        )}
        <Button spacing="compact" appearance="subtle" onClick={onCancel}>
          {t('shared.cancel')}
        </Button>
      </div>
    </Picker>
  );
}
