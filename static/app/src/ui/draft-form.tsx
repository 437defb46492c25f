import Button from '@atlaskit/button/new';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Versioned } from '../state/draft-rules';
import type { DraftState } from '../state/use-draft';
import { t } from '../texts/t';
import { ConflictView } from './conflict-view';
import layout from './layout.module.css';
import { SaveForm } from './save-form';
import styles from './save-form.module.css';

interface Props<S extends Versioned, D, P> {
  deciding: DraftState<S, D, P>;
  texts: { save: string; saved: string; conflict: string };
  /** How the two decided about one part, in words. */
  inWords: (part: P, theirs: S, mine: D) => { label: string; theirs: string; mine: string };
  /** Saves, unless said otherwise. */
  onSave?: (form: HTMLFormElement) => void;
  onDiscard?: () => void;
  children: ReactNode;
}

/** The form in which something is decided that is saved as a whole, and where two people's decisions meet. */
export function DraftForm<S extends Versioned, D, P extends string>(props: Props<S, D, P>) {
  const { deciding, texts, inWords, onSave = deciding.save, onDiscard, children } = props;
  const { conflict, outcome } = deciding;
  return (
    <SaveForm
      save={texts.save}
      dirty={deciding.dirty}
      blocked={conflict !== undefined}
      busy={deciding.busy}
      failed={deciding.failed}
      outcome={outcome === undefined ? '' : outcome === 'saved' ? texts.saved : t('access.discarded')}
      status={deciding.status}
      onSave={onSave}
      onDiscard={() => {
        onDiscard?.();
        deciding.discard();
      }}
    >
      {children}
      {conflict !== undefined && (
        <FocusedOnce>
          <ConflictView
            title={texts.conflict}
            rows={conflict.disputed.map((part) => ({ key: part, ...inWords(part, conflict.theirs, conflict.merged) }))}
          >
            <div className={layout.row}>
              <Button appearance="primary" onClick={deciding.keepMine} isLoading={deciding.busy}>
                {t('contacts.conflict.keepMine')}
              </Button>
              <Button onClick={deciding.useTheirs}>{t('contacts.conflict.useTheirs')}</Button>
            </div>
          </ConflictView>
        </FocusedOnce>
      )}
    </SaveForm>
  );
}

/** Takes the focus when it appears. */
function FocusedOnce({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className={styles.conflict}>
      {children}
    </div>
  );
}
