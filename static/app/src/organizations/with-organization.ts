import type { Organization, Page } from '../contract';

/** A page of organizations with one of them as it is now. */
export function withOrganization(
  page: Page<Organization> | undefined,
  now: Organization,
): Page<Organization> | undefined {
  if (page === undefined) return undefined;
  return { ...page, items: page.items.map((one) => (one.id === now.id ? now : one)) };
}
