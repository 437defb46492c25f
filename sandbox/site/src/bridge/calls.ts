import { z } from 'zod';

// The site's own policy allows no code made from text, which zod would otherwise try.
z.config({ jitless: true });

/** What `@forge/bridge` sends with each call, checked before the site acts on it. */
export const calls = {
  invoke: z.object({ functionKey: z.string(), payload: z.unknown().optional(), metadata: z.unknown().optional() }),
  fetchProduct: z.object({
    product: z.string(),
    restPath: z.string(),
    fetchRequestInit: z.object({
      method: z.string().optional(),
      body: z.string().nullish(),
      headers: z.array(z.tuple([z.string(), z.string()])).default([]),
    }),
    isMultipartFormData: z.boolean().optional(),
  }),
  navigate: z.looseObject({ url: z.string().optional(), type: z.enum(['same-tab', 'new-tab']) }),
  flag: z.looseObject({
    id: z.union([z.string(), z.number()]),
    title: z.string().optional(),
    description: z.string().optional(),
    type: z.string().default('info'),
    isAutoDismiss: z.boolean().optional(),
    actions: z.array(z.looseObject({ text: z.string(), onClick: z.unknown().optional() })).optional(),
  }),
  closeFlag: z.object({ id: z.union([z.string(), z.number()]) }),
  on: z.object({ event: z.string(), callback: z.object({ __callback: z.number() }) }),
  emit: z.object({ event: z.string(), payload: z.unknown().optional() }),
  openModal: z.looseObject({
    resource: z.string().nullish(),
    onClose: z.unknown().optional(),
    size: z.unknown().optional(),
    context: z.unknown().optional(),
    closeOnEscape: z.boolean().default(true),
    closeOnOverlayClick: z.boolean().default(true),
    title: z.string().optional(),
  }),
  historyChange: z.object({
    location: z.looseObject({
      pathname: z.string(),
      search: z.string(),
      hash: z.string(),
      state: z.unknown().optional(),
    }),
    action: z.enum(['PUSH', 'REPLACE', 'POP']),
  }),
  historyGo: z.object({ steps: z.number() }),
} as const;

export type FlagCall = z.infer<typeof calls.flag>;
export type ModalCall = z.infer<typeof calls.openModal>;
