import type { CompanyChanges } from '../../contract/company-changes';
import { failure, type Result } from '../../contract/result';
import type { ChangesScope } from './scope';

export async function discardCompanyChanges(_id: string, _scope: ChangesScope): Promise<Result<CompanyChanges>> {
  return failure('unavailable', 'This cannot be done yet.');
}
