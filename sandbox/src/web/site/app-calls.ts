import { z } from 'zod';
import type { InvokeRequest, PanelAnswer, ProductFetchAnswer } from '../api-types';
import type { Backend } from '../backend';
import { checked, SiteProblem } from './problem';

const invocation: z.ZodType<InvokeRequest> = z.object({
  moduleKey: z.string().max(128),
  functionKey: z.string().max(1000),
  payload: z.unknown().optional(),
  extension: z.record(z.string(), z.unknown()),
});

const productFetch = z.object({
  restPath: z.string().startsWith('/').max(8000),
  method: z.string().max(10),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string().nullable(),
});

/** What an app's page asks for through the bridge: its resolvers, and Jira as the signed-in person. */
export class AppCalls {
  constructor(private readonly backend: Backend) {}

  async invoke(body: unknown, accountId: string, locale: string): Promise<{ result?: unknown }> {
    const { moduleKey, functionKey, payload, extension } = checked(invocation, body);
    this.refuseUnlicensed(accountId);
    try {
      return { result: await this.backend.invoke({ moduleKey, functionKey, payload, extension, accountId, locale }) };
    } catch (error) {
      throw new SiteProblem(502, error instanceof Error ? error.message : String(error));
    }
  }

  async panelStatus(moduleKey: string, issueKey: string, accountId: string): Promise<PanelAnswer> {
    this.refuseUnlicensed(accountId);
    if (!this.backend.manifest.uiModules.some(({ key }) => key === moduleKey)) {
      throw new SiteProblem(404, `The app has no panel ${moduleKey}.`);
    }
    const status = await this.backend.panelStatus(moduleKey, issueKey, accountId);
    return status === undefined ? {} : { status };
  }

  fetchProduct(body: unknown, accountId: string): ProductFetchAnswer {
    const { restPath, method, headers, body: text } = checked(productFetch, body);
    this.refuseUnlicensed(accountId);
    const answer = this.backend.jira.handle(
      {
        method,
        path: restPath,
        headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
        ...(text === null || text === '' ? {} : { body: text }),
      },
      { as: 'user', accountId },
      [...this.backend.manifest.scopes.keys()],
      'browser',
    );
    const textOf = answer.text ?? (answer.body === undefined ? '' : JSON.stringify(answer.body));
    return { status: answer.status, statusText: '', headers: answer.headers ?? {}, body: textOf };
  }

  /** Global, admin and issue modules open only for people with a licence (Forge: access for unlicensed users). */
  private refuseUnlicensed(accountId: string): void {
    if (this.backend.jira.accessOf(accountId) !== 'licensed') {
      throw new SiteProblem(403, 'Apps open only for people with a Jira licence.');
    }
  }
}
