import type { ReactNode } from 'react';
import layout from '../ui/layout.module.css';
import styles from './fields.module.css';

/** A section of a template in a form. */
export function SectionFieldset({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={layout.stack}>
      <legend className={styles.legend} dir="auto">
        {title}
      </legend>
      {children}
    </fieldset>
  );
}
