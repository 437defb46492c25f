import type { ReactNode } from 'react';
import layout from '../ui/layout.module.css';

interface Props {
  isBusy: boolean;
  onPress: () => void;
  children: ReactNode;
}

/** A small button that looks like a link. It keeps the focus while it can do nothing. */
export function TextButton({ isBusy, onPress, children }: Props) {
  return (
    <button type="button" className={layout.link} aria-disabled={isBusy} onClick={isBusy ? undefined : onPress}>
      {children}
    </button>
  );
}
