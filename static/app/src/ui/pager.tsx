import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { CursorPages } from '../state/use-cursor-pages';
import { t } from '../texts/t';
import layout from './layout.module.css';

interface Props {
  pages: CursorPages;
  nextCursor: string | undefined;
  busy?: boolean;
}

/** Previous and next; nothing at all for a list of one page. At either end the focus goes to the button that still works. */
export function Pager({ pages, nextCursor, busy = false }: Props) {
  const previous = useRef<HTMLButtonElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const pressed = useRef(false);
  const atStart = pages.pageNumber === 1;
  const atEnd = nextCursor === undefined;

  useEffect(() => {
    if (busy || !pressed.current) return;
    pressed.current = false;
    if (atEnd) previous.current?.focus();
    else if (atStart) next.current?.focus();
  }, [busy, atEnd, atStart]);

  if (atStart && atEnd) return null;
  return (
    <nav aria-label={t('shared.pages')} className={layout.row}>
      <Button
        ref={previous}
        isDisabled={atStart}
        onClick={() => {
          if (busy) return;
          pressed.current = true;
          pages.previous();
        }}
      >
        {t('shared.previousPage')}
      </Button>
      <span aria-live="polite" className={layout.small}>
        {t('shared.page', { page: pages.pageNumber })}
      </span>
      <Button
        ref={next}
        isDisabled={atEnd}
        onClick={() => {
          if (busy || nextCursor === undefined) return;
          pressed.current = true;
          pages.next(nextCursor);
        }}
      >
        {t('shared.nextPage')}
      </Button>
    </nav>
  );
}
