import type { Site } from './site';

export interface ReportCall {
  at: number;
  accounts: { accountId: string; updatedAt: string }[];
}

/** Keeps every report of personal data that reaches Atlassian from now on. */
export function watchReports(site: Site): ReportCall[] {
  const calls: ReportCall[] = [];
  const product = site.sandbox.forge.reportAccounts;
  const handle = product.handle.bind(product);
  product.handle = (bodyText) => {
    const { accounts } = JSON.parse(bodyText ?? '') as Pick<ReportCall, 'accounts'>;
    calls.push({ at: site.sandbox.clock.now(), accounts });
    return handle(bodyText);
  };
  return calls;
}

export function reportedIds(calls: readonly ReportCall[]): string[] {
  return calls.flatMap(({ accounts }) => accounts.map(({ accountId }) => accountId));
}
