import Textfield from '@atlaskit/textfield';
import { useId } from 'react';
import { limits } from '../contract';
import layout from '../ui/layout.module.css';
import styles from './contacts.module.css';

interface Props {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}

/** Search as you type. Escape empties it. */
export function SearchField({ label, placeholder, value, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.search}>
      <label className={layout.hidden} htmlFor={id}>
        {label}
      </label>
      <Textfield
        id={id}
        isCompact
        type="search"
        dir="auto"
        value={value}
        placeholder={placeholder}
        maxLength={limits.searchLength}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onChange('');
        }}
      />
    </div>
  );
}
