import type { ReactNode } from 'react';
import styles from '../changes/examples.module.css';
import { FromTo } from '../changes/from-to';
import type { CompanyChangeExample, CompanyChanges } from '../contract';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';

interface Props {
  changes: CompanyChanges;
  nameOf?: ((example: CompanyChangeExample) => ReactNode) | undefined;
}

/** The first contacts that are concerned: who, and from which company to which. */
export function Examples({ changes, nameOf }: Props) {
  const { state, examples, count } = changes;
  if (examples.length === 0) return null;
  const more = count - examples.length;
  return (
    <div>
      <p className={layout.small} id={`${changes.id}-examples`}>
        {state === 'previewing' || state === 'ready' ? t('companyChanges.examples') : t('companyChanges.examplesThen')}
      </p>
      <ul className={styles.list} aria-labelledby={`${changes.id}-examples`}>
        {examples.map((example) => (
          <li key={example.contactId} className={styles.example}>
            <span className={styles.who}>
              {nameOf === undefined ? <bdi>{example.name}</bdi> : nameOf(example)}
              {example.email !== undefined && <bdi className={styles.email}>{example.email}</bdi>}
            </span>
            <FromTo {...example} />
          </li>
        ))}
      </ul>
      {more > 0 && state !== 'previewing' && <p className={styles.more}>{t('shared.more', { count: more })}</p>}
    </div>
  );
}
