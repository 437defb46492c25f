import { ChangesCard } from '../changes/changes-card';
import type { Offer } from '../changes/changes-progress';
import type { ChangesCalls } from '../changes/use-changes';
import type { IssueChanges } from '../contract';
import { type IssuesOf, queryKeys } from '../state/query-keys';
import { t } from '../texts/t';
import { IssueExamples } from './issue-examples';

interface Props {
  calls: ChangesCalls<IssueChanges>;
  /** The contact or the company whose issues this is about; absent: all open issues of the site. */
  of?: IssuesOf;
  offer: Offer;
  /** Open issues that the person sees, as far as they are counted. For the offer of a contact. */
  openIssues?: number | undefined;
  onDeclined?: () => void;
}

const stale = [queryKeys.anyIssues];

/** Which open issues would get another company: looking, changing, undoing. For people who may edit. */
export function IssueChangesCard({ calls, of, offer, openIssues, onDeclined }: Props) {
  return (
    <ChangesCard
      about="issueChanges"
      calls={calls}
      queryKey={queryKeys.issueChanges(of)}
      stale={stale}
      offer={offer}
      words={{
        offer: offerTo(of, openIssues),
        quiet: of === undefined ? t('issueChanges.quiet.all') : t('issueChanges.quiet.one'),
      }}
      onDeclined={onDeclined}
      examplesOf={(changes) => <IssueExamples changes={changes} />}
    />
  );
}

function offerTo(of: IssuesOf | undefined, openIssues: number | undefined): string {
  if (of === undefined) return t('issueChanges.offer.all');
  if ('companyId' in of) return t('issueChanges.offer.company');
  return t('issueChanges.offer.contact', { count: openIssues ?? 0 });
}
