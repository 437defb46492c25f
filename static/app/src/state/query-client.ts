import { QueryClient } from '@tanstack/react-query';
import { failureOf } from '../bridge/call-error';

const retryDelay = 1_000;
const freshFor = 30_000;

/** Reads are tried a second time where waiting can help; nothing is read again just because a window got the focus. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: freshFor,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 1 && failureOf(error).code === 'unavailable',
        retryDelay,
      },
      mutations: { retry: false },
    },
  });
}
