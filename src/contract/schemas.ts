import * as z from 'zod';
import { limits } from './limits';

const id = z.string().min(1).max(limits.idLength);
const cursor = z.string().min(1).max(limits.cursorLength);
const limit = z.number().int().min(1).max(limits.pageSize);
const version = z.number().int().min(1);
const search = z.string().max(limits.searchLength);
const name = z
  .string()
  .max(limits.nameLength)
  .refine((value) => value.trim() !== '', { message: 'must not be blank' });
const email = z
  .string()
  .trim()
  .max(limits.emailLength)
  .regex(/^[^\s@]+@[^\s@]+$/u, { message: 'is not an email address' });

const fieldValue = z.union([
  z.string().max(limits.fieldTextLength),
  z.number(),
  z.boolean(),
  z.array(z.string().max(limits.nameLength)).max(limits.fieldsPerRecord),
]);

const fieldId = z.string().min(1).max(limits.idLength);
const fields = z
  .record(fieldId, fieldValue)
  .refine((value) => Object.keys(value).length <= limits.fieldsPerRecord, { message: 'has too many fields' });
const fieldChanges = z
  .record(fieldId, fieldValue.nullable())
  .refine((value) => Object.keys(value).length <= limits.fieldsPerRecord, { message: 'has too many fields' });

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(limits.domainLength)
  .regex(/^[^\s@.]+(\.[^\s@.]+)+$/u, { message: 'is not a domain' });

const domains = z.array(domain).max(limits.domainsPerCompany);

const nothing = z.strictObject({});

/** Every setting may be given alone: what is left out stays as it is. */
export const settingsChanges = z.strictObject({
  accountTypes: z.strictObject({ atlassian: z.boolean(), customer: z.boolean() }).optional(),
  includeInactive: z.boolean().optional(),
  hiddenEmails: z.enum(['use', 'skip']).optional(),
  usersWithoutEmail: z.enum(['skip', 'create']).optional(),
  excludedDomains: z.array(domain).max(limits.excludedDomains).optional(),
  editPolicy: z.enum(['locked', 'follow-until-edited']).optional(),
  companyFromDomain: z.boolean().optional(),
});

export const adminSchemas = {
  getSyncStatus: nothing,
  setSyncEnabled: z.strictObject({ enabled: z.boolean() }),
  syncNow: nothing,
  listSkippedUsers: z.strictObject({ cursor: cursor.optional(), limit: limit.optional() }),
  getSettings: nothing,
  updateSettings: z.strictObject({ settings: settingsChanges }),
} as const;

export const contactsSchemas = {
  listContacts: z.strictObject({
    search: search.optional(),
    kind: z.enum(['all', 'synced', 'regular']).optional(),
    companyId: id.optional(),
    cursor: cursor.optional(),
    limit: limit.optional(),
  }),
  getContact: z.strictObject({ id }),
  createContact: z.strictObject({
    contact: z.strictObject({ name, email: email.optional(), companyId: id.optional(), fields: fields.optional() }),
  }),
  updateContact: z.strictObject({
    id,
    version,
    changes: z.strictObject({
      name: name.optional(),
      email: email.nullable().optional(),
      companyId: id.nullable().optional(),
      fields: fieldChanges.optional(),
    }),
  }),
  deleteContact: z.strictObject({ id, version }),
  refreshContacts: z.strictObject({ ids: z.array(id).max(limits.refreshIds) }),
  listCompanies: z.strictObject({ search: search.optional(), cursor: cursor.optional(), limit: limit.optional() }),
  getCompany: z.strictObject({ id }),
  createCompany: z.strictObject({
    company: z.strictObject({ name, domains: domains.optional(), fields: fields.optional() }),
  }),
  updateCompany: z.strictObject({
    id,
    version,
    changes: z.strictObject({
      name: name.optional(),
      domains: domains.optional(),
      fields: fieldChanges.optional(),
    }),
  }),
  deleteCompany: z.strictObject({ id, version }),
} as const;

export const issueSchemas = {
  getIssueContact: nothing,
  linkIssueContact: z.strictObject({ contactId: id }),
  unlinkIssueContact: nothing,
  findContactsForIssue: contactsSchemas.listContacts,
  createContactForIssue: contactsSchemas.createContact,
} as const;
