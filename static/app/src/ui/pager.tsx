import Button from '@atlaskit/button/new';
import { useFormats } from '../page-provider';
import type { CursorPages } from '../state/use-cursor-pages';
import { shared } from '../texts/en/shared';
import layout from './layout.module.css';

interface Props {
  pages: CursorPages;
  nextCursor: string | undefined;
  busy?: boolean;
}

/** Previous and next; nothing at all for a list of one page. */
export function Pager({ pages, nextCursor, busy = false }: Props) {
  const formats = useFormats();
  if (pages.pageNumber === 1 && nextCursor === undefined) return null;
  return (
    <nav aria-label={shared.pages} className={layout.row}>
      <Button isDisabled={pages.pageNumber === 1 || busy} onClick={pages.previous}>
        {shared.previousPage}
      </Button>
      <span aria-live="polite" className={layout.small}>
        {shared.page(formats.number(pages.pageNumber))}
      </span>
      <Button
        isDisabled={nextCursor === undefined || busy}
        onClick={() => nextCursor !== undefined && pages.next(nextCursor)}
      >
        {shared.nextPage}
      </Button>
    </nav>
  );
}
