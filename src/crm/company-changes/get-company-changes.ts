import type { CompanyChanges } from '../../contract/company-changes';
import { failure, type Result } from '../../contract/result';

export async function getCompanyChanges(_companyId: string | undefined): Promise<Result<{ changes?: CompanyChanges }>> {
  return failure('unavailable', 'This cannot be done yet.');
}
