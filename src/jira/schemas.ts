import * as z from 'zod/mini';

/** A user as Jira's REST API gives it; `emailAddress` is null or absent when it is hidden. */
export const jiraUser = z.object({
  accountId: z.string(),
  accountType: z.optional(z.string()),
  active: z.optional(z.boolean()),
  displayName: z.nullish(z.string()),
  emailAddress: z.nullish(z.string()),
  avatarUrls: z.nullish(z.record(z.string(), z.string())),
  timeZone: z.nullish(z.string()),
});

export type JiraUserAnswer = z.output<typeof jiraUser>;

export const usersPage = z.array(jiraUser);

/** `isLast` false: there are more of those asked for on further pages of `maxResults` each. */
export const usersBulk = z.object({
  values: z.array(jiraUser),
  isLast: z.nullish(z.boolean()),
  maxResults: z.nullish(z.int()),
});

const userEmail = z.object({ accountId: z.string(), email: z.nullish(z.string()) });

/** Documented as one object; apps get an array. Both shapes are read. */
export const emailsBulk = z.union([
  z.array(userEmail),
  z.pipe(
    userEmail,
    z.transform((one) => [one]),
  ),
]);

export const permissionsCheck = z.object({ globalPermissions: z.array(z.string()) });

export const myself = z.object({
  accountId: z.string(),
  accountType: z.optional(z.string()),
  active: z.optional(z.boolean()),
  applicationRoles: z.nullish(z.object({ size: z.optional(z.number()), items: z.optional(z.array(z.unknown())) })),
  groups: z.nullish(z.object({ items: z.optional(z.array(z.object({ groupId: z.nullish(z.string()) }))) })),
});

/** Groups whose name fits a text; `groupId` is there "if available". */
export const foundGroups = z.object({
  groups: z.array(z.object({ name: z.string(), groupId: z.nullish(z.string()) })),
});

export const groupsPage = z.object({ values: z.array(z.object({ name: z.string(), groupId: z.string() })) });

export const serverInfo = z.object({ baseUrl: z.string() });

export const projectsPage = z.object({
  values: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })),
});

/** People on a request, as the API of service management gives them: without an account type. */
export const participantsPage = z.object({
  values: z.array(z.object({ accountId: z.string(), displayName: z.nullish(z.string()) })),
});

export const issue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.optional(z.object({ reporter: z.nullish(jiraUser), project: z.nullish(z.object({ id: z.string() })) })),
  properties: z.nullish(z.record(z.string(), z.unknown())),
});
