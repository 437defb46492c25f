import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onIssueChange } from '../bridge/calls';
import { queryKeys } from '../state/query-keys';

const whatIssuesTell = [queryKeys.issueContact, queryKeys.anyOtherIssues, queryKeys.participants];

/** Reads again what is shown, whenever the issue changes while the panel is open. */
export function useIssueChanges(): void {
  const client = useQueryClient();
  useEffect(() => {
    let isOver = false;
    let stop = () => {
      isOver = true;
    };
    const listening = onIssueChange(() => {
      for (const queryKey of whatIssuesTell) void client.invalidateQueries({ queryKey });
    });
    listening.then(
      (unsubscribe) => {
        if (isOver) unsubscribe();
        else stop = unsubscribe;
      },
      // A host that tells nothing: the panel shows the issue as it was when it was opened.
      () => undefined,
    );
    return () => stop();
  }, [client]);
}
