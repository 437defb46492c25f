import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { failureOf } from '../bridge/call-error';
import { canTryAgain, readingFailed } from '../texts/errors';
import { t } from '../texts/t';
import { Hidden } from './hidden';
import { Notice } from './notice';
import styles from './page-states.module.css';

const lineKeys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

/** The shape of what is to come. */
export function Loading({ lines = 3, label = t('shared.loading') }: { lines?: number; label?: string }) {
  return (
    <div role="status" className={styles.lines}>
      <Hidden>{label}</Hidden>
      {lineKeys.slice(0, lines).map((key) => (
        <div key={key} className={styles.line} />
      ))}
    </div>
  );
}

/** Nothing to show, and what to do about it. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.center}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <p className={styles.text}>{children}</p>}
      {action}
    </div>
  );
}

interface FailedProps {
  error: unknown;
  /** Replaces the general words where the caller may not do this at all. */
  forbidden?: string;
  onRetry?: () => void;
  retrying?: boolean;
}

/** What could not be read, in plain words, and a way to try again where that can help. */
export function Failed({ error, forbidden, onRetry, retrying = false }: FailedProps) {
  const failure = failureOf(error);
  const words = readingFailed(failure);
  return (
    <Notice
      look={failure.code === 'forbidden' || failure.code === 'not-found' ? 'warning' : 'error'}
      title={words.title}
      announced
      actions={
        onRetry !== undefined && canTryAgain(failure) ? (
          <Button onClick={onRetry} isLoading={retrying}>
            {t('shared.tryAgain')}
          </Button>
        ) : undefined
      }
    >
      {failure.code === 'forbidden' && forbidden !== undefined ? forbidden : words.body}
    </Notice>
  );
}
