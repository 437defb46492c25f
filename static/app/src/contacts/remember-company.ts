import type { QueryClient } from '@tanstack/react-query';
import type { Company } from '../contract';
import { queryKeys } from '../state/query-keys';

/**
 * Shows a company as it was just read or saved wherever it is shown. An older version does not replace a newer one, and the
 * number of contacts, which only reading tells, stays until it is read again.
 */
export function rememberCompany(client: QueryClient, company: Company): void {
  client.setQueryData<Company>(queryKeys.company(company.id), (known) => {
    if (known !== undefined && known.version > company.version) return known;
    return known?.contactCount === undefined ? company : { contactCount: known.contactCount, ...company };
  });
  void client.invalidateQueries({ queryKey: queryKeys.companies });
  void client.invalidateQueries({ queryKey: queryKeys.contacts });
  void client.invalidateQueries({ queryKey: queryKeys.anyContact });
}
