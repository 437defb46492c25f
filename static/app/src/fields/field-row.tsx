import { type ReactNode, useId } from 'react';
import { t } from '../texts/t';
import { Hidden } from '../ui/hidden';
import layout from '../ui/layout.module.css';
import styles from './fields.module.css';

interface Props {
  label: string;
  required?: boolean;
  help?: string | undefined;
  problem?: string | undefined;
  /** Gets the id for the control, and the id of what describes it. */
  children: (ids: { id: string; describedBy: string | undefined; labelId: string }) => ReactNode;
}

/** A labelled control in a form, with its help and what is wrong with it. */
export function FieldRow({ label, required = false, help, problem, children }: Props) {
  const id = useId();
  const described = [
    ...(problem === undefined ? [] : [`${id}-problem`]),
    ...(help === undefined ? [] : [`${id}-help`]),
  ];
  return (
    <div className={styles.row}>
      <label className={styles.label} htmlFor={id} id={`${id}-label`} dir="auto">
        {label}
        {required && (
          <>
            <span className={styles.star} aria-hidden="true">
              {' *'}
            </span>
            <Hidden> ({t('fields.required')})</Hidden>
          </>
        )}
      </label>
      {children({
        id,
        labelId: `${id}-label`,
        describedBy: described.length === 0 ? undefined : described.join(' '),
      })}
      {problem !== undefined && (
        <p id={`${id}-problem`} className={layout.problem} role="alert">
          {problem}
        </p>
      )}
      {help !== undefined && (
        <p id={`${id}-help`} className={layout.small} dir="auto">
          {help}
        </p>
      )}
    </div>
  );
}
