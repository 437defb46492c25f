import type { StorageCommit } from '../../sandbox/src/forge/storage/storage';
import type {
  StoredClaim,
  StoredCompany,
  StoredCompanyChanges,
  StoredContact,
  StoredRun,
  StoredSkip,
  StoredState,
  StoredUser,
} from './stored';

export interface RowChange {
  entity: string;
  key: string;
  before: Record<string, unknown> | undefined;
  after: Record<string, unknown> | undefined;
}

/** What storage holds, kept up commit by commit. A shell (revision 0) is no record. */
export class Mirror {
  private readonly tables = new Map<string, Map<string, Record<string, unknown>>>();

  apply(commit: StorageCommit): RowChange[] {
    const changes: RowChange[] = [];
    for (const { entityName = 'plain keys', key, before, after } of commit.changes) {
      const change: RowChange = { entity: entityName, key, before: record(before), after: record(after) };
      if (change.before === undefined && change.after === undefined) continue;
      const table = this.table(entityName);
      if (change.after === undefined) table.delete(key);
      else table.set(key, change.after);
      changes.push(change);
    }
    return changes;
  }

  contact(id: string): StoredContact | undefined {
    return this.table('contact').get(id) as unknown as StoredContact | undefined;
  }

  claim(storageKey: string): StoredClaim | undefined {
    return this.table('email-claim').get(storageKey) as unknown as StoredClaim | undefined;
  }

  user(accountId: string): StoredUser | undefined {
    return this.table('jira-user').get(accountId) as unknown as StoredUser | undefined;
  }

  skip(accountId: string): StoredSkip | undefined {
    return this.table('skip').get(`skip:${accountId}`) as unknown as StoredSkip | undefined;
  }

  get state(): StoredState | undefined {
    return this.table('sync-state').get('state') as unknown as StoredState | undefined;
  }

  contacts(): StoredContact[] {
    return [...this.table('contact').values()] as unknown as StoredContact[];
  }

  claims(): [string, StoredClaim][] {
    return [...this.table('email-claim')] as unknown as [string, StoredClaim][];
  }

  users(): StoredUser[] {
    return [...this.table('jira-user').values()] as unknown as StoredUser[];
  }

  runs(): StoredRun[] {
    const runs = [...this.table('sync-run').values()].filter((row) => row.counts !== undefined);
    return runs as unknown as StoredRun[];
  }

  company(id: string): StoredCompany | undefined {
    return this.table('company').get(id) as unknown as StoredCompany | undefined;
  }

  companies(): StoredCompany[] {
    return [...this.table('company').values()] as unknown as StoredCompany[];
  }

  /** The id of the company that owns a domain. */
  companyDomain(storageKey: string): unknown {
    return this.table('company-domain').get(storageKey)?.companyId;
  }

  companyChanges(): StoredCompanyChanges[] {
    return [...this.table('company-changes').values()] as unknown as StoredCompanyChanges[];
  }

  private table(entity: string): Map<string, Record<string, unknown>> {
    const table = this.tables.get(entity) ?? new Map<string, Record<string, unknown>>();
    this.tables.set(entity, table);
    return table;
  }
}

function record(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const row = value as Record<string, unknown>;
  return row.rev === 0 ? undefined : row;
}
