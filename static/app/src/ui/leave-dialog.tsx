import { lazy, Suspense } from 'react';

const LeaveModal = lazy(() => import('./leave-modal'));

/** Asks before changes that are not saved are left behind. Dialogs are heavy, so this one is loaded when it is needed. */
export function LeaveDialog(props: { onStay: () => void; onLeave: () => void }) {
  return (
    <Suspense fallback={null}>
      <LeaveModal {...props} />
    </Suspense>
  );
}
