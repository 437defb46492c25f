import type { ReactNode } from 'react';
import styles from './contacts.module.css';

interface Props {
  label: string;
  value?: string | undefined;
  /** What to say when there is nothing. */
  none?: string;
  children?: ReactNode;
}

/** A term and what is known about it, for a description list. */
export function Fact({ label, value, none = '', children }: Props) {
  const known = value ?? (children === false ? undefined : children);
  return (
    <>
      <dt>{label}</dt>
      <dd className={known === undefined ? styles.none : undefined}>
        {known === undefined ? none : <bdi>{known}</bdi>}
      </dd>
    </>
  );
}
