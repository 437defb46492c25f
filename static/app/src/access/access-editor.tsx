import Button from '@atlaskit/button/new';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { admin as calls } from '../bridge/calls';
import type { Access } from '../contract';
import { useFormats } from '../page-provider';
import { queryKeys } from '../state/query-keys';
import { savingFailed } from '../texts/errors';
import { t } from '../texts/t';
import { ConflictView } from '../ui/conflict-view';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { Failed, Loading } from '../ui/page-states';
import styles from './access.module.css';
import {
  type AccessDraft,
  accessProblem,
  differingRights,
  draftOf,
  learntAccess,
  nobodySees,
  type RightDraft,
  rightsInOrder,
} from './access-draft';
import { RightRow } from './right-row';
import { type AccessConflict, useSaveAccess } from './use-save-access';

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
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [editing, setEditing] = useState(() => ({ base: saved, draft: draftOf(saved.holders) }));
  const { base, draft } = editing;
  const [tried, setTried] = useState(false);
  const [discarded, setDiscarded] = useState(false);
  const status = useRef<HTMLSpanElement>(null);
  const saving = useSaveAccess((access) => {
    setEditing({ base: access, draft: draftOf(access.holders) });
    // The button cannot be pressed any more; the focus must not be lost with it.
    status.current?.focus();
  });
  const { conflict } = saving;
  const dirty = differingRights(base.holders, draft).length > 0;
  const wrong = rightsInOrder.filter((right) => accessProblem(draft[right]) !== undefined);

  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useEffect(() => setEditing((now) => learntAccess(now, saved)), [saved]);

  const change = (right: keyof AccessDraft, next: RightDraft) => {
    saving.reset();
    setDiscarded(false);
    setEditing({ base, draft: { ...draft, [right]: next } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!dirty || saving.busy) return;
    setTried(wrong.length > 0);
    if (wrong.length === 0) return saving.save(draft, base);
    form.current?.querySelector<HTMLElement>(`[data-right="${wrong[0]}"]:checked`)?.focus();
  };
  const discard = () => {
    startFrom(saved);
    setDiscarded(true);
  };
  const startFrom = (access: Access) => {
    setTried(false);
    status.current?.focus();
    saving.reset();
    client.setQueryData(queryKeys.access, access);
    setEditing({ base: access, draft: draftOf(access.holders) });
  };

  return (
    <form ref={form} className={styles.form} onSubmit={submit}>
      <Notice look="information">{t('access.admins')}</Notice>
      <div className={styles.rights}>
        {rightsInOrder.map((right) => (
          <RightRow
            key={right}
            right={right}
            draft={draft}
            showProblem={tried}
            findGroups={calls.findGroups}
            onChange={(next) => change(right, next)}
          />
        ))}
      </div>
      {nobodySees(draft) && (
        <Notice look="warning" title={t('access.nobodySees.title')} announced>
          {t('access.nobodySees.body')}
        </Notice>
      )}
      {conflict !== undefined && (
        <Conflict
          conflict={conflict}
          busy={saving.busy}
          onTheirs={() => startFrom(conflict.theirs)}
          onMine={() => saving.save(conflict.merged, conflict.theirs)}
        />
      )}
      {saving.failed !== undefined && (
        <Notice look="error" title={savingFailed(saving.failed).title} announced>
          {savingFailed(saving.failed).body}
        </Notice>
      )}
      {tried && wrong.length > 0 && (
        <p role="alert" className={styles.problem}>
          {t('access.problems')}
        </p>
      )}
      <div className={styles.foot}>
        <Button
          appearance="primary"
          type="submit"
          isLoading={saving.busy}
          isDisabled={!dirty || saving.conflict !== undefined}
        >
          {t('access.save')}
        </Button>
        {dirty && (
          <Button appearance="subtle" onClick={discard} isDisabled={saving.busy}>
            {t('admin.settings.discard')}
          </Button>
        )}
        <span ref={status} tabIndex={-1} role="status" className={`${layout.small} ${styles.status}`}>
          {dirty
            ? t('admin.settings.unsaved')
            : saving.done
              ? t('access.saved')
              : discarded
                ? t('access.discarded')
                : ''}
        </span>
      </div>
    </form>
  );
}

interface ConflictProps {
  conflict: AccessConflict;
  busy: boolean;
  onTheirs: () => void;
  onMine: () => void;
}

function Conflict({ conflict, busy, onTheirs, onMine }: ConflictProps) {
  const formats = useFormats();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const theirs = draftOf(conflict.theirs.holders);
  const words = ({ mode, groups }: RightDraft) =>
    mode === 'groups' ? formats.list(groups.map(({ name }) => name)) : t(`access.mode.${mode}`);
  return (
    <div ref={place} tabIndex={-1} className={styles.conflict}>
      <ConflictView
        title={t('access.conflict')}
        rows={conflict.disputed.map((right) => ({
          key: right,
          label: t(`access.right.${right}.name`),
          theirs: words(theirs[right]),
          mine: words(conflict.merged[right]),
        }))}
      >
        <div className={layout.row}>
          <Button appearance="primary" onClick={onMine} isLoading={busy}>
            {t('contacts.conflict.keepMine')}
          </Button>
          <Button onClick={onTheirs}>{t('contacts.conflict.useTheirs')}</Button>
        </div>
      </ConflictView>
    </div>
  );
}
