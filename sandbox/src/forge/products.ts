import type { ProductAnswer, ProductRequest } from '../http';

/** On whose behalf a request reaches a product. */
export type CallerIdentity = { as: 'app' } | { as: 'user'; accountId: string } | { as: 'none' };

/** What the host needs of the key-value store. It answers at once. */
export interface StorageProduct {
  handle(path: string, bodyText: string | undefined): ProductAnswer;
  /** How many milliseconds a query looks back; the host decides it for each query. */
  queryLag: () => number;
}

/** What the host needs of the Jira site. It answers at once. */
export interface JiraProduct {
  handle(request: ProductRequest, identity: CallerIdentity, scopes: readonly string[]): ProductAnswer;
  /** What the personal data report says of an account last read at `updatedAt` (ISO 8601). */
  accountStatus(accountId: string, updatedAt: string): 'closed' | 'updated' | undefined;
  readonly meter: { readonly points: number };
}
