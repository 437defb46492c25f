import type { z } from 'zod';

/** An answer of the site's API that is not a success; the message is for people. */
export class SiteProblem extends Error {
  override readonly name = 'SiteProblem';

  constructor(
    readonly status: 400 | 403 | 404 | 409 | 413 | 502,
    message: string,
  ) {
    super(message);
  }
}

/** @throws SiteProblem 400 naming the first thing that is wrong */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw new SiteProblem(400, `${where === '' ? '' : `${where}: `}${issue?.message ?? 'The request is malformed.'}`);
}
