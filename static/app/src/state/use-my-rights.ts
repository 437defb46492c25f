import { useQuery } from '@tanstack/react-query';
import { contacts as calls } from '../bridge/calls';
import type { MyRights } from '../contract';
import { queryKeys } from './query-keys';

/** Rights seldom change while a page is open, and the app asks anew for every change. Milliseconds. */
const freshFor = 300_000;

const untilKnown: MyRights = {
  see: true,
  edit: false,
  delete: false,
  import: false,
  export: false,
  configure: false,
};

/** The question what the person may do on the contacts page: asked once, whoever wants to know. */
export function useRightsQuery() {
  return useQuery({ queryKey: queryKeys.rights, queryFn: calls.getMyRights, staleTime: freshFor });
}

/** What the person may do on the contacts page. As if they might only see, until that is known. */
export function useMyRights(): MyRights {
  return useRightsQuery().data ?? untilKnown;
}
