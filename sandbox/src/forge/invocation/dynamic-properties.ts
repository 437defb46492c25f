import * as z from 'zod';
import { EMPTY_DYNAMIC_PROPERTIES } from '../choices';
import type { UiModule } from '../manifest/model';

const lozenge = z.enum(['default', 'inprogress', 'moved', 'new', 'removed', 'success']);

const schema = z.object({
  status: z.discriminatedUnion('type', [
    z.object({ type: z.literal('badge'), value: z.object({ label: z.string().regex(/^\d+$/) }) }),
    z.object({ type: z.literal('lozenge'), value: z.object({ label: z.string(), type: lozenge.optional() }) }),
  ]),
});

const noStatus = z.strictObject({});

/** What stands beside the label of a collapsed issue panel. Icons are not built. */
export type PanelStatus = z.infer<typeof schema>['status'];

/** Forge: `jira:issueContext`, "Dynamic properties". Null: nothing is to be shown. Undefined when it has another form. */
export function panelStatusOf(value: unknown): PanelStatus | null | undefined {
  if (EMPTY_DYNAMIC_PROPERTIES === 'show nothing' && noStatus.safeParse(value).success) return null;
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data.status : undefined;
}

/** The one argument that is documented: less of the place than a resolver gets, and nothing of the person. */
export const dynamicPropertiesPayload = (
  cloudId: string,
  module: UiModule,
  { issue, project }: Record<string, unknown>,
): object => ({ cloudId, extension: { type: module.type, issue, project } });
