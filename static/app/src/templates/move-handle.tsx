import DragHandleIcon from '@atlaskit/icon/core/drag-handle-vertical';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { t } from '../texts/t';
import type { Direction } from './arrangement';
import styles from './move-handle.module.css';

export interface Move {
  key: string;
  label: string;
  /** Undefined where the item cannot go there. */
  move: (() => void) | undefined;
}

interface Props {
  id: string;
  name: string;
  moves: readonly Move[];
  onStep: (direction: Direction) => void;
  handle: RefObject<HTMLSpanElement>;
}

/**
 * What an item is moved by: dragged with the pointer, or pressed for a menu of places. Alt with the arrow keys moves it at
 * once.
 */
export function MoveHandle({ id, name, moves, onStep, handle }: Props) {
  const menuId = useId();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (isOpen) items(menu.current)[0]?.focus();
  }, [isOpen]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onHandleKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    if (event.altKey) onStep(event.key === 'ArrowUp' ? 'up' : 'down');
    else setOpen(true);
  };
  const onMenuKey = (event: KeyboardEvent) => {
    const list = items(menu.current);
    const at = list.findIndex((item) => item.matches(':focus'));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: list.length - 1 }[event.key];
    if (next !== undefined) list[(next + list.length) % list.length]?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') return setOpen(false);
    else return undefined;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: closes the menu when the focus leaves button and menu.
    <div
      className={styles.place}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <span ref={handle} className={styles.grip}>
        <button
          ref={button}
          type="button"
          className={styles.handle}
          data-focus={`handle ${id}`}
          aria-label={t('templates.move.handle', { name })}
          aria-haspopup="menu"
          aria-expanded={isOpen}
          aria-controls={isOpen ? menuId : undefined}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          title={t('templates.move.hint')}
          onClick={() => setOpen(!isOpen)}
          onKeyDown={onHandleKey}
        >
          <DragHandleIcon label="" />
        </button>
      </span>
      {isOpen && (
        <div
          ref={menu}
          id={menuId}
          role="menu"
          tabIndex={-1}
          aria-label={t('templates.move.handle', { name })}
          className={styles.menu}
          onKeyDown={onMenuKey}
        >
          {moves.map(({ key, label, move }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles.item}
              aria-disabled={move === undefined}
              onClick={() => {
                if (move === undefined) return;
                setOpen(false);
                move();
              }}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function items(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
}
