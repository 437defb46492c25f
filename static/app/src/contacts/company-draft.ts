import type { Company } from '../contract';

/** What a person has typed about a company. */
export interface CompanyDraft {
  name: string;
  domains: string[];
}

export function companyChanges(base: Company, draft: CompanyDraft): { name?: string; domains?: string[] } {
  const changes: { name?: string; domains?: string[] } = {};
  if (draft.name.trim() !== base.name.trim()) changes.name = draft.name.trim();
  const same = draft.domains.length === base.domains.length && draft.domains.every((one) => base.domains.includes(one));
  if (!same) changes.domains = [...draft.domains];
  return changes;
}

export interface CompanyDifference {
  field: 'name' | 'domains';
  theirs: string;
  mine: string;
}

/** Where what is stored now and what was typed do not agree. */
export function companyDifferences(theirs: Company, mine: CompanyDraft): CompanyDifference[] {
  const changes = companyChanges(theirs, mine);
  const found: CompanyDifference[] = [];
  if (changes.name !== undefined) found.push({ field: 'name', theirs: theirs.name, mine: changes.name });
  if (changes.domains !== undefined) {
    found.push({ field: 'domains', theirs: theirs.domains.join(', '), mine: changes.domains.join(', ') });
  }
  return found;
}
