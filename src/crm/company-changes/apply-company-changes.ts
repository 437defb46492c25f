import type { CompanyChanges } from '../../contract/company-changes';
import { failure, type Result } from '../../contract/result';
import type { CompanyChangesRecord } from '../../store/company-changes';
import { readRecord } from '../../store/read-records';
import { basisOfAll, basisOfCompany } from './domains-basis';
import type { ChangesScope } from './scope';
import { takeStep } from './take-step';

const notReady = failure('conflict', 'These changes are not ready to be made. Look again.');
const outdated = failure('conflict', 'The email domains were changed meanwhile. Look again at what would change.');

/** Begins to give contacts the companies that the preview told of. Each is decided anew: what changed since is left alone. */
export function applyCompanyChanges(id: string, scope: ChangesScope): Promise<Result<CompanyChanges>> {
  return takeStep(id, scope, 'apply', async (record) => {
    if (record.state !== 'ready') return notReady;
    return (await basisNow(record)) === record.basis ? undefined : outdated;
  });
}

async function basisNow({ companyId }: CompanyChangesRecord): Promise<string | undefined> {
  if (companyId === undefined) return basisOfAll();
  const company = (await readRecord('company', companyId)).record;
  return company === undefined ? undefined : basisOfCompany(company);
}
