import Button from '@atlaskit/button/new';

interface PagerProps {
  startAt: number;
  size: number;
  total: number;
  what: string;
  onChange: (startAt: number) => void;
}

const number = new Intl.NumberFormat('en');

export function Pager({ startAt, size, total, what, onChange }: PagerProps) {
  if (total === 0) return null;
  const end = Math.min(startAt + size, total);
  return (
    <div className="row pager">
      <Button isDisabled={startAt === 0} onClick={() => onChange(Math.max(0, startAt - size))}>
        Previous
      </Button>
      <span aria-live="polite">
        {number.format(startAt + 1)} to {number.format(end)} of {number.format(total)} {what}
      </span>
      <Button isDisabled={end >= total} onClick={() => onChange(startAt + size)}>
        Next
      </Button>
    </div>
  );
}
