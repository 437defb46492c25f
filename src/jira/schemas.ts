import * as z from 'zod';

/** A user as Jira's REST API gives it; `emailAddress` is null or absent when it is hidden. */
export const jiraUser = z.object({
  accountId: z.string(),
  accountType: z.string().optional(),
  active: z.boolean().optional(),
  displayName: z.string().nullish(),
  emailAddress: z.string().nullish(),
  avatarUrls: z.record(z.string(), z.string()).nullish(),
  timeZone: z.string().nullish(),
});

export type JiraUserAnswer = z.output<typeof jiraUser>;

export const usersPage = z.array(jiraUser);

/** `isLast` false: there are more of those asked for on further pages of `maxResults` each. */
export const usersBulk = z.object({
  values: z.array(jiraUser),
  isLast: z.boolean().nullish(),
  maxResults: z.number().int().nullish(),
});

const userEmail = z.object({ accountId: z.string(), email: z.string().nullish() });

/** Documented as one object; apps get an array. Both shapes are read. */
export const emailsBulk = z.union([z.array(userEmail), userEmail.transform((one) => [one])]);

export const permissionsCheck = z.object({ globalPermissions: z.array(z.string()) });

export const myself = z.object({
  accountId: z.string(),
  accountType: z.string().optional(),
  active: z.boolean().optional(),
  applicationRoles: z.object({ size: z.number().optional(), items: z.array(z.unknown()).optional() }).nullish(),
  groups: z.object({ items: z.array(z.object({ groupId: z.string().nullish() })).optional() }).nullish(),
});

/** Groups whose name fits a text; `groupId` is there "if available". */
export const foundGroups = z.object({
  groups: z.array(z.object({ name: z.string(), groupId: z.string().nullish() })),
});

export const groupsPage = z.object({ values: z.array(z.object({ name: z.string(), groupId: z.string() })) });

export const serverInfo = z.object({ baseUrl: z.string() });

export const projectsPage = z.object({
  values: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })),
});

/** People on a request, as the API of service management gives them: without an account type. */
export const participantsPage = z.object({
  values: z.array(z.object({ accountId: z.string(), displayName: z.string().nullish() })),
});

export const issue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({ reporter: jiraUser.nullish(), project: z.object({ id: z.string() }).nullish() }).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
});
