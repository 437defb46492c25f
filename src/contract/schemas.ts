import * as z from 'zod';
import { rights } from './access';
import { limits } from './limits';
import { fieldKinds } from './template';

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

/** Objects take this name for their prototype, so no record could hold a value of such a field. */
const fieldId = id.refine((value) => value !== '__proto__', { message: 'cannot be the id of a field' });
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

const label = z
  .string()
  .trim()
  .max(limits.labelLength)
  .refine((value) => value !== '', { message: 'must not be blank' });
const templateOf = z.enum(['contact', 'company']);
const templateField = z.strictObject({
  id: fieldId,
  kind: z.enum(fieldKinds),
  label,
  required: z.boolean(),
  help: z.string().trim().min(1).max(limits.helpLength).optional(),
  options: z
    .array(z.strictObject({ id: fieldId, label }))
    .max(limits.optionsPerField)
    .optional(),
  onPanel: z.boolean().optional(),
});
const templateSection = z.discriminatedUnion('kind', [
  z.strictObject({
    id,
    kind: z.literal('fields'),
    title: label,
    fields: z.array(templateField).max(limits.fieldsPerTemplate),
  }),
  z.strictObject({ id: z.literal('synced'), kind: z.literal('synced') }),
]);
const holders = z.discriminatedUnion('everyone', [
  z.strictObject({ everyone: z.literal(true) }),
  z.strictObject({
    everyone: z.literal(false),
    groups: z.array(z.strictObject({ id, name })).max(limits.groupsPerRight),
  }),
]);

const templateSchemas = {
  getTemplate: z.strictObject({ of: templateOf }),
  /** Fields that are left out count as removed; one that comes back by its id finds its values again. */
  updateTemplate: z.strictObject({
    of: templateOf,
    version: z.number().int().min(0),
    sections: z.array(templateSection).max(limits.sectionsPerTemplate),
  }),
  emptyRemovedField: z.strictObject({ of: templateOf, fieldId }),
};

const chosen = z.array(z.strictObject({ id, version })).min(1).max(limits.chosenRecords);
const oneChange = z.strictObject({ id });
const changesSchemas = {
  applyCompanyChanges: oneChange,
  undoCompanyChanges: oneChange,
  discardCompanyChanges: oneChange,
  applyIssueChanges: oneChange,
  undoIssueChanges: oneChange,
  discardIssueChanges: oneChange,
};

const issueStepsSchema = z.strictObject({
  account: z.boolean(),
  email: z.boolean(),
  'contact-company': z.boolean(),
  domain: z.boolean(),
});
const projectId = z.string().regex(/^[1-9]\d{0,18}$/, { message: 'is not the id of a project' });
const projectSteps = z.strictObject({ id: projectId, key: id, name, steps: issueStepsSchema });
const issuesOf = z.strictObject({
  id,
  /** Open issues only; default: all. */
  open: z.boolean().optional(),
  cursor: cursor.optional(),
  limit: limit.optional(),
});
/** The issues of a contact, or of a company. */
const issueChangesOf = z.union([z.strictObject({ contactId: id }), z.strictObject({ companyId: id })]);

export const adminSchemas = {
  getSyncStatus: nothing,
  setSyncEnabled: z.strictObject({ enabled: z.boolean() }),
  syncNow: nothing,
  listSkippedUsers: z.strictObject({ cursor: cursor.optional(), limit: limit.optional() }),
  getSettings: nothing,
  updateSettings: z.strictObject({ settings: settingsChanges }),
  getAccess: nothing,
  updateAccess: z.strictObject({ version: z.number().int().min(0), holders: z.record(z.enum(rights), holders) }),
  findGroups: z.strictObject({ search: search.optional() }),
  ...templateSchemas,
  getCompanyChanges: nothing,
  previewCompanyChanges: nothing,
  ...changesSchemas,
  getIssueSettings: nothing,
  updateIssueSettings: z.strictObject({
    version: z.number().int().min(0),
    steps: issueStepsSchema,
    projects: z.array(projectSteps).max(limits.projectsWithOwnSteps),
  }),
  findProjects: z.strictObject({ search: search.optional() }),
  getIssueChanges: nothing,
  previewIssueChanges: nothing,
} as const;

export const contactsSchemas = {
  listContacts: z.strictObject({
    search: search.optional(),
    kind: z.enum(['all', 'synced', 'regular']).optional(),
    companyId: id.optional(),
    /** By name, or the latest change first. A search and the contacts of a company are by name. */
    order: z.enum(['name', 'changed']).optional(),
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
  getMyRights: nothing,
  ...templateSchemas,
  setCompanyOfContacts: z.strictObject({ contacts: chosen, companyId: id.nullable() }),
  deleteContacts: z.strictObject({ contacts: chosen }),
  getCompanyChanges: z.strictObject({ companyId: id }),
  previewCompanyChanges: z.strictObject({ companyId: id }),
  ...changesSchemas,
  listIssuesOfContact: issuesOf,
  listIssuesOfCompany: issuesOf,
  getIssueChanges: issueChangesOf,
  previewIssueChanges: issueChangesOf,
  listOrganizations: z.strictObject({ cursor: cursor.optional() }),
  tieOrganization: z.strictObject({ id, companyId: id.nullable() }),
} as const;

export const issueSchemas = {
  getIssueContact: nothing,
  linkIssueContact: z.strictObject({ contactId: id }),
  unlinkIssueContact: nothing,
  findContactsForIssue: contactsSchemas.listContacts,
  createContactForIssue: contactsSchemas.createContact,
  findCompaniesForIssue: contactsSchemas.listCompanies,
  /** null: no company, on purpose. */
  setIssueCompany: z.strictObject({ companyId: id.nullable() }),
  unsetIssueCompany: nothing,
  listParticipants: nothing,
  listIssuesOfIssueContact: nothing,
} as const;
