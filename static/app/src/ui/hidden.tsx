import type { ReactNode } from 'react';
import layout from './layout.module.css';

/** For screen readers only. */
export function Hidden({ children }: { children: ReactNode }) {
  return <span className={layout.hidden}>{children}</span>;
}

/** Says its text aloud whenever the text changes. */
export function LiveRegion({ children }: { children: ReactNode }) {
  return (
    <div role="status" aria-live="polite" className={layout.hidden}>
      {children}
    </div>
  );
}
