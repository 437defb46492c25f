import type { Organization } from '../../contract/issue';
import { domainOfEmail } from '../../domain/email-domain';
import { cleanName, fold } from '../../domain/name';
import { JiraThrottled, JiraUnavailable } from '../../jira/jira-errors';
import { type JiraOrganization, type Member, readMembers } from '../../jira/organizations';
import { Remembered } from '../../jira/remembered';
import { eachOf } from '../../store/each-of';
import { type RecordRef, readRecords } from '../../store/read-records';
import { firstOfIndex } from '../../store/scan-index';
import { indexPrefix } from '../search-text';

type Suggestion = NonNullable<Organization['suggestion']>;

/** The emails of so many members tell whose domain most have: a user costs two of Jira's points. */
const membersAsked = 20;

const requestsAtOnce = 5;

/** What the domain of most members is hardly changes; the list is looked at again and again (milliseconds). */
const rememberedFor = 10 * 60_000;

/** `domain` absent: there is no such domain. By site, account and organization: who sees which emails differs. */
const usualDomains = new Remembered<{ domain?: string }>(rememberedFor);

/** For whom companies are suggested. */
export interface Asker {
  siteId: string;
  accountId: string;
}

/** Companies of one name are few; those whose names merely begin alike come behind them. */
const mostOfOneName = 5;

/**
 * Companies that organizations may be: of the same name, case and accents aside, or else the one that owns the email domain of
 * most of the first members whose email the user sees.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function suggestCompanies(
  organizations: readonly JiraOrganization[],
  asker: Asker,
): Promise<Map<string, Suggestion>> {
  const found = new Map<string, Suggestion>();
  const domains = new Map<string, string>();
  await eachOf(organizations, requestsAtOnce, async ({ id, name }) => {
    const suggestion = await byName(name);
    if (suggestion !== undefined) found.set(id, suggestion);
    else {
      const domain = await usualDomain(id, asker);
      if (domain !== undefined) domains.set(id, domain);
    }
  });
  for (const [id, suggestion] of await byDomains(domains)) found.set(id, suggestion);
  return found;
}

async function byName(name: string): Promise<Suggestion | undefined> {
  const folded = fold(cleanName(name));
  if (folded === '') return undefined;
  const companies = await firstOfIndex('company', { index: 'by-name', prefix: indexPrefix(folded) }, mostOfOneName);
  const same = companies.find((company) => fold(cleanName(company.name)) === folded);
  return same === undefined ? undefined : { companyId: same.id, companyName: same.name, because: 'name' };
}

/** The domain of most of the first members. A suggestion is a help, and no reason to keep organizations from being shown. */
async function usualDomain(organizationId: string, { siteId, accountId }: Asker): Promise<string | undefined> {
  const key = `${siteId} ${accountId} ${organizationId}`;
  const known = usualDomains.get(key);
  if (known !== undefined) return known.domain;
  try {
    const part = await readMembers(organizationId, { start: 0, limit: membersAsked, as: 'user' });
    const domain = mostCommonDomain(part?.items ?? []);
    // Without a site, nothing can be told apart from another customer's.
    if (siteId !== '') usualDomains.set(key, domain === undefined ? {} : { domain });
    return domain;
  } catch (error) {
    if (error instanceof JiraThrottled || error instanceof JiraUnavailable) return undefined;
    throw error;
  }
}

/** The domain of more than half of the emails that the user sees. */
function mostCommonDomain(members: readonly Member[]): string | undefined {
  const domains = members.flatMap(({ email }) => domainOfEmail(email) ?? []);
  const counts = new Map<string, number>();
  for (const domain of domains) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  return [...counts].find(([, count]) => count * 2 > domains.length)?.[0];
}

async function byDomains(domains: ReadonlyMap<string, string>): Promise<Map<string, Suggestion>> {
  const owners = await readRecords([...domains.values()].map((key): RecordRef => ({ kind: 'companyDomain', key })));
  const ownerOf = (domain: string) => owners.get('companyDomain', domain).record?.companyId;
  const ids = [...domains.values()].flatMap((domain) => ownerOf(domain) ?? []);
  const companies = await readRecords(ids.map((key): RecordRef => ({ kind: 'company', key })));
  const found = new Map<string, Suggestion>();
  for (const [id, domain] of domains) {
    const owner = ownerOf(domain);
    const company = owner === undefined ? undefined : companies.get('company', owner).record;
    if (company !== undefined) found.set(id, { companyId: company.id, companyName: company.name, because: 'domain' });
  }
  return found;
}
