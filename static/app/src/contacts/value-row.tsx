import type { ReactNode } from 'react';
import styles from './contact-page.module.css';

interface Props {
  label: string;
  /** Over the whole width of its list. */
  wide?: boolean;
  children: ReactNode;
}

/** A term and its value, in a list of values. */
export function ValueRow({ label, wide = false, children }: Props) {
  return (
    <div className={wide ? styles.wide : undefined}>
      <dt className={styles.term}>
        <bdi>{label}</bdi>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
