import { useQuery } from '@tanstack/react-query';
import { contacts as calls } from '../bridge/calls';
import type { MyRights } from '../contract';
import { queryKeys } from './query-keys';

const none: MyRights = { see: false, edit: false, delete: false, import: false, export: false, configure: false };

/** What the person may do on the contacts page; nothing while that is not known. The app asks again for every change. */
export function useMyRights(): MyRights {
  const rights = useQuery({ queryKey: queryKeys.rights, queryFn: calls.getMyRights });
  return rights.data ?? none;
}
