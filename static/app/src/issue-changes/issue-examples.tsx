import { openIssue } from '../bridge/calls';
import styles from '../changes/examples.module.css';
import { FromTo } from '../changes/from-to';
import type { IssueChanges } from '../contract';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { useOpener } from '../ui/use-opener';

/** The first issues that are concerned: which, and from which company to which. */
export function IssueExamples({ changes }: { changes: IssueChanges }) {
  const opener = useOpener();
  const { id, state, examples, count } = changes;
  if (examples.length === 0) return null;
  const more = count - examples.length;
  return (
    <div>
      <p className={layout.small} id={`${id}-examples`}>
        {state === 'previewing' || state === 'ready' ? t('issueChanges.examples') : t('issueChanges.examplesThen')}
      </p>
      <ul className={styles.list} aria-labelledby={`${id}-examples`}>
        {examples.map(({ issueKey, ...names }) => (
          <li key={issueKey} className={styles.example}>
            <span className={styles.who}>
              <button type="button" className={layout.link} onClick={() => opener.open(() => openIssue(issueKey))}>
                {issueKey}
              </button>
            </span>
            {names.from === names.to ? (
              <span className={styles.none}>{t('issueChanges.contactOnly')}</span>
            ) : (
              <FromTo {...names} />
            )}
          </li>
        ))}
      </ul>
      {more > 0 && state !== 'previewing' && <p className={styles.more}>{t('shared.more', { count: more })}</p>}
      {opener.refused && <p role="alert">{t('shared.openRefused')}</p>}
    </div>
  );
}
