import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { admin as calls } from '../bridge/calls';
import type { Access } from '../contract';
import { useFormats } from '../page-provider';
import { queryKeys } from '../state/query-keys';
import { useDraft } from '../state/use-draft';
import { t } from '../texts/t';
import { DraftForm } from '../ui/draft-form';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { Failed, Loading } from '../ui/page-states';
import styles from './access.module.css';
import { accessProblem, draftOf, nobodySees, type RightDraft, rightsInOrder } from './access-draft';
import { accessRules } from './access-rules';
import { RightRow } from './right-row';

/** Who may do what with Kith's records. `onDirty` is told whether there are changes that are not saved. */
export default function AccessEditor({ onDirty }: { onDirty: (dirty: boolean) => void }) {
  const headingId = useId();
  const access = useQuery({ queryKey: queryKeys.access, queryFn: calls.getAccess });
  return (
    <section className={layout.card} aria-labelledby={headingId}>
      <h2 className={layout.h2} id={headingId}>
        {t('access.heading')}
      </h2>
      <p className={layout.lead}>{t('access.lead')}</p>
      {access.data !== undefined ? (
        <AccessForm saved={access.data} onDirty={onDirty} />
      ) : access.isError ? (
        <Failed
          error={access.error}
          forbidden={t('admin.forbidden')}
          onRetry={() => void access.refetch()}
          retrying={access.isFetching}
        />
      ) : (
        <Loading lines={8} />
      )}
    </section>
  );
}

function AccessForm({ saved, onDirty }: { saved: Access; onDirty: (dirty: boolean) => void }) {
  const formats = useFormats();
  const deciding = useDraft(accessRules, saved, { onDirty });
  const { draft, change, save } = deciding;
  const [tried, setTried] = useState(false);
  const wrong = rightsInOrder.filter((right) => accessProblem(draft[right]) !== undefined);

  const submit = (form: HTMLFormElement) => {
    setTried(wrong.length > 0);
    if (wrong.length === 0) return save();
    form.querySelector<HTMLElement>(`[data-right="${wrong[0]}"]:checked`)?.focus();
  };
  const inWords = ({ mode, groups }: RightDraft) =>
    mode === 'groups' ? formats.list(groups.map(({ name }) => name)) : t(`access.mode.${mode}`);

  return (
    <DraftForm
      deciding={deciding}
      texts={{ save: t('access.save'), saved: t('access.saved'), conflict: t('access.conflict') }}
      inWords={(right, theirs, mine) => ({
        label: t(`access.right.${right}.name`),
        theirs: inWords(draftOf(theirs.holders)[right]),
        mine: inWords(mine[right]),
      })}
      onSave={submit}
      onDiscard={() => setTried(false)}
    >
      <Notice look="information">{t('access.admins')}</Notice>
      <div className={styles.rights}>
        {rightsInOrder.map((right) => (
          <RightRow
            key={right}
            right={right}
            draft={draft}
            showProblem={tried}
            findGroups={calls.findGroups}
            onChange={(next) => change({ ...draft, [right]: next })}
          />
        ))}
      </div>
      {nobodySees(draft) && (
        <Notice look="warning" title={t('access.nobodySees.title')} announced>
          {t('access.nobodySees.body')}
        </Notice>
      )}
      {tried && wrong.length > 0 && (
        <p role="alert" className={layout.problem}>
          {t('access.problems')}
        </p>
      )}
    </DraftForm>
  );
}
