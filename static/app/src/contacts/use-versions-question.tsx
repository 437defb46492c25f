import { ModalTransition } from '@atlaskit/modal-dialog';
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import type { Versions, VersionsDecision } from './versions-dialog';

const VersionsDialog = lazy(() => import('./versions-dialog'));

interface Asked extends Versions {
  onDecide: (decision: VersionsDecision) => void;
  onClosed: () => void;
}

interface VersionsQuestion {
  /** Answers when the dialog is gone, and the focus back where it was. */
  ask: (versions: Versions) => Promise<VersionsDecision>;
  /** What has to be somewhere on the page. */
  question: ReactNode;
}

/** Asks which of two versions stays. */
export function useVersionsQuestion(): VersionsQuestion {
  const [asked, setAsked] = useState<Asked>();
  const ask = useCallback(
    (versions: Versions) =>
      new Promise<VersionsDecision>((resolve) => {
        let decided: VersionsDecision = 'later';
        setAsked({
          ...versions,
          onDecide: (decision) => {
            decided = decision;
            setAsked(undefined);
          },
          onClosed: () => resolve(decided),
        });
      }),
    [],
  );
  const question = (
    <ModalTransition>
      {asked !== undefined && (
        <Suspense fallback={null}>
          <VersionsDialog {...asked} />
        </Suspense>
      )}
    </ModalTransition>
  );
  return { ask, question };
}
