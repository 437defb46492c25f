import type { CompanyRecord } from '../../store/company';
import { sha256 } from '../../store/records';
import { scanIndex } from '../../store/scan-index';

/** With more companies than this, their domains are not compared: applying decides anew in any case. */
const mostCompanies = 1_000;

/** A fingerprint of the domains that changes rest on, so that a preview does not outlive them. */
export function basisOfCompany({ domains }: Pick<CompanyRecord, 'domains'>): string {
  return sha256(JSON.stringify([...domains].sort()));
}

/**
 * The same for all companies, as far as queries know; undefined when there are too many.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function basisOfAll(): Promise<string | undefined> {
  const owned: string[] = [];
  let companies = 0;
  for await (const page of scanIndex('company', { index: 'by-key' })) {
    companies += page.length;
    if (companies > mostCompanies) return undefined;
    for (const { id, domains } of page) owned.push(...domains.map((domain) => `${domain} ${id}`));
  }
  return sha256(JSON.stringify(owned.sort()));
}
