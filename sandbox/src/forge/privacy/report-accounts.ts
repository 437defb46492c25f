import * as z from 'zod';
import type { ProductAnswer } from '../../http';
import { CYCLE_PERIOD, REPORT_SCOPE_REFUSAL } from '../choices';
import type { Manifest } from '../manifest/model';

const accountsPerReport = 90;

const reportSchema = z.object({
  accounts: z
    .array(
      z.object({
        accountId: z
          .string()
          .min(1)
          .max(128)
          .refine((id) => id !== 'unknown', 'unknown is no account'),
        updatedAt: z.iso.datetime({ offset: true }),
      }),
    )
    .min(1)
    .max(accountsPerReport),
});

export interface ReportAccountsDeps {
  manifest: Manifest;
  accountStatus(accountId: string, updatedAt: string): 'closed' | 'updated' | undefined;
  problem(text: string): void;
}

/** The personal data reporting endpoint (Forge: User privacy guidelines). */
export class ReportAccounts {
  /** How many accounts were reported so far. */
  reported = 0;

  constructor(private readonly deps: ReportAccountsDeps) {}

  handle(bodyText: string | undefined): ProductAnswer {
    const { manifest, accountStatus, problem } = this.deps;
    if (!manifest.scopes.has('report:personal-data')) {
      problem('The app reports personal data without the scope report:personal-data.');
      return REPORT_SCOPE_REFUSAL;
    }
    const report = reportSchema.safeParse(parseJson(bodyText));
    if (!report.success) return { status: 400, body: { errors: report.error.issues.map(({ message }) => message) } };
    this.reported += report.data.accounts.length;
    const accounts = report.data.accounts.flatMap(({ accountId, updatedAt }) => {
      const status = accountStatus(accountId, updatedAt);
      return status === undefined ? [] : [{ accountId, status }];
    });
    const headers = { 'cycle-period': CYCLE_PERIOD };
    return accounts.length === 0 ? { status: 204, headers } : { status: 200, headers, body: { accounts } };
  }
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
