import Textfield from '@atlaskit/textfield';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { limits } from '../contract';
import fields from '../fields/fields.module.css';
import layout from '../ui/layout.module.css';
import styles from './issue-panel.module.css';

interface Props {
  label: string;
  placeholder?: string | undefined;
  text: string;
  onType: (text: string) => void;
  onCancel: () => void;
  children: ReactNode;
}

/** A search field with what there is to choose below it. The arrow keys go through that, Escape leaves it. */
export function Picker({ label, placeholder, text, onType, onCancel, children }: Props) {
  const id = useId();
  return (
    <search className={fields.row} onKeyDown={(event) => goThrough(event, onCancel)}>
      <label className={fields.label} htmlFor={id}>
        {label}
      </label>
      <Textfield
        id={id}
        isCompact
        autoFocus
        dir="auto"
        type="search"
        autoComplete="off"
        value={text}
        {...(placeholder === undefined ? {} : { placeholder })}
        maxLength={limits.searchLength}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      {children}
    </search>
  );
}

interface PickProps {
  busy: boolean;
  onPick: () => void;
  children: ReactNode;
}

/** One thing to choose. */
export function Pick({ busy, onPick, children }: PickProps) {
  return (
    <li>
      <button type="button" className={styles.result} aria-disabled={busy} onClick={busy ? undefined : onPick}>
        {children}
      </button>
    </li>
  );
}

/** The lines of a thing to choose: its name, and what tells it from others of that name. */
export function PickText({ name, children }: { name: ReactNode; children?: ReactNode }) {
  return (
    <span>
      <span className={layout.row}>{name}</span>
      {children !== undefined && <span className={styles.detail}>{children}</span>}
    </span>
  );
}

function goThrough(event: KeyboardEvent<HTMLElement>, onCancel: () => void): void {
  if (event.key === 'Escape') onCancel();
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[type=search],li>button')];
  const at = stops.findIndex((stop) => stop.matches(':focus'));
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at === -1 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
