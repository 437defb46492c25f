import { useMemo, useState } from 'react';
import { contacts as calls } from '../bridge/calls';
import { countOf } from '../issues/group-issues';
import { useIssues } from '../issues/use-issues';
import type { IssuesOf } from '../state/query-keys';
import { IssueChangesCard } from './issue-changes-card';

interface Props {
  of: IssuesOf;
  /** What the companies of the issues come from: as it was when the page was opened, and as it is now. */
  before: string;
  now: string;
  /** What to offer while the two are the same. */
  otherwise: 'quiet' | 'none';
}

/** Lets the open issues of a contact or of a company follow. For people who may edit. */
export default function IssuesThatFollow({ of, before, now, otherwise }: Props) {
  const [settled, setSettled] = useState(before);
  const contactId = 'contactId' in of ? of.contactId : undefined;
  const companyId = 'companyId' in of ? of.companyId : '';
  const changesCalls = useMemo(
    () => calls.issueChangesOf(contactId === undefined ? { companyId } : { contactId }),
    [contactId, companyId],
  );
  // What the list of issues shows anyway tells how many there are; nothing is asked for the number alone.
  const open = useIssues(of, 'open', false);
  return (
    <IssueChangesCard
      calls={changesCalls}
      of={of}
      offer={now === settled ? otherwise : 'clear'}
      openIssues={countOf(open.data?.pages ?? [])}
      onDeclined={() => setSettled(now)}
    />
  );
}
