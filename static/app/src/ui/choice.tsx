import { useId } from 'react';
import styles from './choice.module.css';

interface Props {
  kind: 'checkbox' | 'radio';
  name: string;
  label: string;
  help?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A box to tick, or one of several to choose, with a line of help that belongs to it. */
export function Choice({ kind, name, label, help, checked, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <input
        className={styles.input}
        id={id}
        type={kind}
        name={name}
        checked={checked}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {help !== undefined && (
        <span className={styles.help} id={`${id}-help`}>
          {help}
        </span>
      )}
    </div>
  );
}
