import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { Names } from './bulk-question';
import { type BulkFailure, byReason } from './bulk-run';

interface Props {
  task: 'company' | 'delete';
  changed: number;
  failed: readonly BulkFailure[];
}

/** What was done, what was not, and why. */
export function BulkOutcomeView({ task, changed, failed }: Props) {
  return (
    <>
      <Notice look={failed.length === 0 ? 'success' : 'warning'} announced>
        {t(`contacts.bulk.done.${task}`, { count: changed })}
        {failed.length > 0 && ` ${t('contacts.bulk.notDone', { count: failed.length })}`}
      </Notice>
      {byReason(failed).map(({ reason, contacts }) => (
        <div key={reason} className={`${layout.stack} ${layout.tight}`}>
          <p>{t(`contacts.bulk.reason.${reason}`, { count: contacts.length })}</p>
          <Names contacts={contacts} />
        </div>
      ))}
    </>
  );
}
