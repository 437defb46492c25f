import type { ReactNode } from 'react';
import { ChangesCard } from '../changes/changes-card';
import type { Offer } from '../changes/changes-progress';
import type { ChangesCalls } from '../changes/use-changes';
import type { CompanyChangeExample, CompanyChanges } from '../contract';
import { queryKeys } from '../state/query-keys';
import { t } from '../texts/t';
import { Examples } from './examples';

interface Props {
  calls: ChangesCalls<CompanyChanges>;
  /** The company whose domains this is about; absent: all companies. */
  companyId?: string;
  offer: Offer;
  /** The offer that stands out was turned down, or taken up: it need not stand out any more. */
  onDeclined?: () => void;
  /** A contact's name as a way to the contact. Its plain name without this. */
  nameOf?: (example: CompanyChangeExample) => ReactNode;
}

const stale = [queryKeys.contacts, queryKeys.anyContact, queryKeys.companies, queryKeys.anyCompany];

/** Which contacts would get another company by the domain of their email. For people who may edit. */
export function CompanyChangesCard({ calls, companyId, offer, onDeclined, nameOf }: Props) {
  const scope = companyId === undefined ? 'all' : 'company';
  return (
    <ChangesCard
      about="companyChanges"
      calls={calls}
      queryKey={queryKeys.companyChanges(companyId)}
      stale={stale}
      offer={offer}
      words={{ offer: t(`companyChanges.offer.${scope}`), quiet: t(`companyChanges.quiet.${scope}`) }}
      onDeclined={onDeclined}
      examplesOf={(changes) => <Examples changes={changes} nameOf={nameOf} />}
    />
  );
}
