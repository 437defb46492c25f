import { useInfiniteQuery } from '@tanstack/react-query';
import { contacts as calls } from '../bridge/calls';
import type { IssueList } from '../contract';
import { filledPage } from '../state/filled-page';
import { type IssuesOf, queryKeys } from '../state/query-keys';

export type WhichIssues = 'open' | 'all';

/** So many are seen at a glance; more come when they are asked for. */
const pageSize = 10;

/** The issues of a contact or of a company, as far as the person may see them, the latest change first. */
export function useIssues(of: IssuesOf, which: WhichIssues, enabled = true) {
  return useInfiniteQuery({
    queryKey: queryKeys.issuesOf(of, which),
    queryFn: ({ pageParam }) => filledPage((cursor) => readIssues(of, which, cursor), pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    enabled,
  });
}

function readIssues(of: IssuesOf, which: WhichIssues, cursor: string | undefined): Promise<IssueList> {
  const request = {
    limit: pageSize,
    ...(which === 'open' ? { open: true } : {}),
    ...(cursor === undefined ? {} : { cursor }),
  };
  return 'contactId' in of
    ? calls.listIssuesOfContact({ id: of.contactId, ...request })
    : calls.listIssuesOfCompany({ id: of.companyId, ...request });
}
