import { useId } from 'react';
import { openSearch } from '../bridge/calls';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { useOpener } from '../ui/use-opener';
import styles from './issue-settings.module.css';
import queries from './queries.json';

const inOrder = ['company', 'open', 'empty', 'contact'] as const;

/** How Jira finds issues by what Kith wrote on them. */
export function FindingIssues() {
  const headingId = useId();
  const opener = useOpener();
  return (
    <section className={layout.card} aria-labelledby={headingId}>
      <h2 className={layout.h2} id={headingId}>
        {t('issueSettings.find.heading')}
      </h2>
      <p className={layout.lead}>{t('issueSettings.find.lead')}</p>
      <ul className={styles.queries}>
        {inOrder.map((name) => {
          const jql = queries[name];
          return (
            <li key={name} className={styles.query}>
              <code className={styles.code} dir="ltr">
                {jql}
              </code>
              {name !== 'contact' && (
                <button
                  type="button"
                  className={layout.link}
                  aria-describedby={`${headingId}-${name}`}
                  onClick={() => opener.open(() => openSearch(jql))}
                >
                  {t('issueSettings.find.try')}
                </button>
              )}
              <span id={`${headingId}-${name}`} className={styles.meaning}>
                {t(`issueSettings.find.${name}`)}
              </span>
            </li>
          );
        })}
      </ul>
      {opener.refused && <p role="alert">{t('shared.openRefused')}</p>}
    </section>
  );
}
