import { privacy } from '@forge/api';

/** Forge: user-privacy-guidelines. */
export const accountsPerReport = 90;

export interface ReportedAccount {
  accountId: string;
  /** ISO 8601 UTC: when the personal data was last fetched. */
  updatedAt: string;
}

/** Atlassian did not take the report: to be made again later. */
export class ReportRefused extends Error {
  override name = 'ReportRefused';
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
    throw new ReportRefused('Atlassian did not take the report of personal data.', { cause: error });
  }
}
