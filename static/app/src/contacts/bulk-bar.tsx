import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { MyRights } from '../contract';
import { t } from '../texts/t';
import { LiveRegion } from '../ui/hidden';
import styles from './contact-list.module.css';
import { keepOnly, nobody, type PageTick, type Selection } from './selection';

const BulkDialog = lazy(() => import('./bulk-dialog'));

interface Props {
  rights: MyRights;
  selection: Selection;
  onSelection: (selection: Selection) => void;
  page: PageTick;
  onPage: (ticked: boolean) => void;
  /** Contacts are gone: the pages are others now. */
  onDeleted: () => void;
}

/** What can be done with the contacts that were ticked. */
export function BulkBar({ rights, selection, onSelection, page, onPage, onDeleted }: Props) {
  const [task, setTask] = useState<'company' | 'delete'>();
  const all = useRef<HTMLInputElement>(null);
  const count = selection.size;

  useEffect(() => {
    if (all.current !== null) all.current.indeterminate = page === 'some';
  }, [page]);

  const clear = () => {
    onSelection(nobody);
    all.current?.focus();
  };
  const finish = (failed: readonly string[], done: number) => {
    setTask(undefined);
    if (done === 0 && failed.length === 0) return;
    onSelection(keepOnly(selection, failed));
    if (task === 'delete' && done > 0) onDeleted();
  };

  return (
    <div className={styles.bar}>
      <label className={styles.all}>
        <input
          ref={all}
          type="checkbox"
          checked={page === 'all'}
          onChange={(event) => onPage(event.currentTarget.checked)}
        />
        {t('contacts.list.selectPage')}
      </label>
      {count > 0 && (
        <>
          <span className={styles.count}>{t('contacts.bulk.selected', { count })}</span>
          {rights.edit && (
            <Button spacing="compact" onClick={() => setTask('company')}>
              {t('contacts.bulk.setCompany')}
            </Button>
          )}
          {rights.delete && (
            <Button spacing="compact" onClick={() => setTask('delete')}>
              {t('contacts.delete')}
            </Button>
          )}
          <Button spacing="compact" appearance="subtle" onClick={clear}>
            {t('contacts.bulk.clear')}
          </Button>
        </>
      )}
      <LiveRegion>{count === 0 ? '' : t('contacts.bulk.selected', { count })}</LiveRegion>
      <ModalTransition>
        {task !== undefined && (
          <Suspense fallback={null}>
            <BulkDialog task={task} contacts={[...selection.values()]} onClose={finish} />
          </Suspense>
        )}
      </ModalTransition>
    </div>
  );
}
