import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { admin } from '../bridge/calls';
import type { SyncStatus } from '../contract';
import { queryKeys } from '../state/query-keys';
import { readLastTotal, rememberLastTotal } from './last-total';
import { isActive, type Progress, pollDelay, progressOf, type Sample, totalToRemember, withSample } from './progress';

/** The status of sync, asked again while something moves. */
export function useSyncStatus() {
  return useQuery({
    queryKey: queryKeys.status,
    queryFn: admin.getSyncStatus,
    staleTime: 0,
    refetchInterval: (query) => pollDelay(query.state.data, Date.now()),
  });
}

/** Turning on and off, and a run by hand. Each answers with the new status, and the list of skipped people is read anew. */
export function useSyncActions() {
  const client = useQueryClient();
  const onSuccess = (status: SyncStatus) => {
    client.setQueryData(queryKeys.status, status);
    void client.invalidateQueries({ queryKey: queryKeys.status });
    void client.invalidateQueries({ queryKey: queryKeys.skipped });
  };
  const onError = () => {
    void client.invalidateQueries({ queryKey: queryKeys.status });
  };
  const enable = useMutation({ mutationFn: admin.setSyncEnabled, onSuccess, onError });
  const now = useMutation({ mutationFn: admin.syncNow, onSuccess, onError });
  return { enable, now };
}

/** How far the active run is, learned from look to look; `at` is when the status was read (milliseconds since 1970). */
export function useProgress(status: SyncStatus | undefined, at: number): Progress {
  const [samples, setSamples] = useState<Sample[]>([]);
  const [lastTotal, setLastTotal] = useState(readLastTotal);
  const run = status?.run;

  useEffect(() => {
    setSamples((known) => withSample(known, run, at));
    const total = totalToRemember(run);
    if (total === undefined) return;
    rememberLastTotal(total);
    setLastTotal(total);
  }, [run, at]);

  return isActive(run) ? progressOf(run, samples, lastTotal) : {};
}
