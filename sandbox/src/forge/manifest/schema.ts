import { FORGE_SUPPORTED_LOCALE_CODES } from '@forge/i18n';
import * as z from 'zod';
import { manifestLimits } from '../limits';

const moduleKey = z.string().regex(/^[a-zA-Z0-9_-]+$/);
const functionKey = moduleKey.max(23);

/** A text, or the key of one in the translation files. */
const moduleText = z.union([z.string(), z.strictObject({ i18n: z.string() })]);

const locale = z.enum(FORGE_SUPPORTED_LOCALE_CODES);

const translations = z.strictObject({
  resources: z.array(z.strictObject({ key: locale, path: z.string() })).min(1),
  fallback: z.intersection(z.object({ default: locale }), z.record(z.string(), z.union([locale, z.array(locale)]))),
});

const uiModule = z.strictObject({
  key: moduleKey,
  title: moduleText,
  resource: z.string(),
  resolver: z.strictObject({ function: functionKey }).optional(),
  label: moduleText.optional(),
  layout: z.enum(['native', 'blank', 'basic']).optional(),
  icon: z.string().optional(),
  description: z.string().optional(),
  useAsConfig: z.boolean().optional(),
  useAsGetStarted: z.boolean().optional(),
});

const issueContext = uiModule.extend({ dynamicProperties: z.strictObject({ function: functionKey }).optional() });

/** Forge: `jira:entityProperty`. A search alias is one word, so that it can be a field of JQL. */
const entityProperty = z.strictObject({
  key: moduleKey,
  propertyKey: z.string().min(1).max(255),
  entityType: z.enum(['issue', 'project', 'user']).optional(),
  values: z.array(
    z.strictObject({
      path: z.string().min(1).max(255),
      type: z.enum(['number', 'string', 'text', 'user', 'date']),
      searchAlias: z
        .string()
        .min(1)
        .max(255)
        .regex(/^[a-zA-Z0-9._-]+$/)
        .optional(),
    }),
  ),
});

const triggerFilter = z.strictObject({
  ignoreSelf: z.boolean().optional(),
  expression: z.string().max(manifestLimits.expressionCharacters).optional(),
  onError: z.enum(['IGNORE_AND_LOG', 'IGNORE', 'RECEIVE_AND_LOG', 'RECEIVE']).optional(),
});

const index = z.union([
  z.string(),
  z.strictObject({ name: z.string(), partition: z.array(z.string()).optional(), range: z.array(z.string()) }),
]);

const entity = z.strictObject({
  name: z.string(),
  attributes: z.record(z.string(), z.strictObject({ type: z.enum(['integer', 'float', 'string', 'boolean', 'any']) })),
  indexes: z.array(index).optional(),
});

/**
 * The part of the manifest that the sandbox understands. Objects are strict: a member that production would heed and the
 * sandbox would not is refused by name instead of being passed over.
 */
export const manifestSchema = z.strictObject({
  modules: z.strictObject({
    'jira:adminPage': z.array(uiModule).optional(),
    'jira:globalPage': z.array(uiModule).optional(),
    'jira:issueContext': z.array(issueContext).optional(),
    trigger: z
      .array(
        z.strictObject({
          key: moduleKey,
          function: functionKey,
          events: z.array(z.string()).min(1),
          filter: triggerFilter.optional(),
        }),
      )
      .optional(),
    consumer: z
      .array(
        z.strictObject({
          key: moduleKey,
          queue: z
            .string()
            .regex(/^[a-zA-Z0-9-_]+$/)
            .max(36),
          function: functionKey,
        }),
      )
      .optional(),
    scheduledTrigger: z
      .array(
        z.strictObject({
          key: moduleKey,
          function: functionKey,
          interval: z.enum(['fiveMinute', 'hour', 'day', 'week']),
        }),
      )
      .max(5)
      .optional(),
    function: z
      .array(
        z.strictObject({
          key: functionKey,
          handler: z.string().regex(/^[^.]+\.[A-Za-z_$][\w$]*$/),
          timeoutSeconds: z.number().int().min(1).max(900).optional(),
        }),
      )
      .optional(),
    'jira:entityProperty': z.array(entityProperty).min(1).optional(),
  }),
  resources: z.array(z.strictObject({ key: z.string().max(23), path: z.string() })).optional(),
  translations: translations.optional(),
  permissions: z
    .strictObject({
      scopes: z
        .union([
          z.array(z.string()),
          z.record(z.string(), z.strictObject({ allowImpersonation: z.boolean().optional() })),
        ])
        .optional(),
      content: z
        .strictObject({ styles: z.array(z.string()).optional(), scripts: z.array(z.string()).optional() })
        .optional(),
    })
    .optional(),
  app: z.strictObject({
    id: z.string().regex(/^ari:cloud:ecosystem::app\/.+$/),
    name: z.string().optional(),
    runtime: z.strictObject({
      name: z.enum(['nodejs22.x', 'nodejs24.x']),
      memoryMB: z.number().int().min(128).max(1024).optional(),
      architecture: z.enum(['x86_64', 'arm64']).optional(),
    }),
    licensing: z.strictObject({ enabled: z.boolean() }).optional(),
    storage: z.strictObject({ entities: z.array(entity).optional() }).optional(),
  }),
});

export type ManifestFile = z.infer<typeof manifestSchema>;
