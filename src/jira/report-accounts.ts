import { privacy } from '@forge/api';
import { type QuotaHeaders, retryAtOf } from './throttle';

/** Forge: user-privacy-guidelines. */
export const accountsPerReport = 90;

export interface ReportedAccount {
  accountId: string;
  /** ISO 8601 UTC: when the personal data was last fetched. */
  updatedAt: string;
}

/** Atlassian did not take the report: to be made again later, not before `retryAt` (milliseconds since 1970) if it named a time. */
export class ReportRefused extends Error {
  override name = 'ReportRefused';

  constructor(
    readonly retryAt: number | undefined,
    options: { cause: unknown },
  ) {
    super('Atlassian did not take the report of personal data.', options);
  }
}

/**
 * Tells Atlassian of whom personal data is stored, at most 90 accounts, and learns who has closed the account or changed
 * the profile since.
 *
 * @throws ReportRefused
 */
export async function reportAccounts(
  accounts: readonly ReportedAccount[],
): Promise<{ accountId: string; status: string }[]> {
  if (accounts.length === 0) return [];
  try {
    return await privacy.reportPersonalData([...accounts]);
  } catch (error) {
    throw new ReportRefused(isResponse(error) ? retryAtOf(error.headers, Date.now()) : undefined, { cause: error });
  }
}

/** `@forge/api` rejects with the response itself when Atlassian refuses. */
function isResponse(rejection: unknown): rejection is { headers: QuotaHeaders } {
  if (typeof rejection !== 'object' || rejection === null || !('headers' in rejection)) return false;
  const { headers } = rejection;
  return typeof headers === 'object' && headers !== null && 'get' in headers && typeof headers.get === 'function';
}
