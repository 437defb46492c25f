import * as z from 'zod/mini';
import { rights } from './access';
import { limits } from './limits';
import { fieldKinds } from './template';

const id = z.string().check(z.minLength(1), z.maxLength(limits.idLength));
const cursor = z.string().check(z.minLength(1), z.maxLength(limits.cursorLength));
const limit = z.int().check(z.minimum(1), z.maximum(limits.pageSize));
const version = z.int().check(z.minimum(1));
/** Of what has version 0 until it is saved for the first time. */
const storedVersion = z.int().check(z.minimum(0));
const search = z.string().check(z.maxLength(limits.searchLength));
const name = z.string().check(
  z.maxLength(limits.nameLength),
  z.refine((value) => value.trim() !== '', { message: 'must not be blank' }),
);
const email = z
  .string()
  .check(
    z.trim(),
    z.maxLength(limits.emailLength),
    z.regex(/^[^\s@]+@[^\s@]+$/u, { message: 'is not an email address' }),
  );

const fieldValue = z.union([
  z.string().check(z.maxLength(limits.fieldTextLength)),
  z.number(),
  z.boolean(),
  z.array(z.string().check(z.maxLength(limits.nameLength))).check(z.maxLength(limits.fieldsPerRecord)),
]);

/** Objects take this name for their prototype, so no record could hold a value of such a field. */
const fieldId = id.check(z.refine((value) => value !== '__proto__', { message: 'cannot be the id of a field' }));
const notTooMany = z.refine<object>((value) => Object.keys(value).length <= limits.fieldsPerRecord, {
  message: 'has too many fields',
});
const fields = z.record(fieldId, fieldValue).check(notTooMany);
const fieldChanges = z.record(fieldId, z.nullable(fieldValue)).check(notTooMany);

const domain = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(limits.domainLength),
    z.regex(/^[^\s@.]+(\.[^\s@.]+)+$/u, { message: 'is not a domain' }),
  );

const domains = z.array(domain).check(z.maxLength(limits.domainsPerCompany));

const nothing = z.strictObject({});

/** Every setting may be given alone: what is left out stays as it is. */
export const settingsChanges = z.strictObject({
  accountTypes: z.optional(z.strictObject({ atlassian: z.boolean(), customer: z.boolean() })),
  includeInactive: z.optional(z.boolean()),
  hiddenEmails: z.optional(z.enum(['use', 'skip'])),
  usersWithoutEmail: z.optional(z.enum(['skip', 'create'])),
  excludedDomains: z.optional(z.array(domain).check(z.maxLength(limits.excludedDomains))),
  editPolicy: z.optional(z.enum(['locked', 'follow-until-edited'])),
  companyFromDomain: z.optional(z.boolean()),
});

const label = z.string().check(
  z.trim(),
  z.maxLength(limits.labelLength),
  z.refine((value) => value !== '', { message: 'must not be blank' }),
);
const templateOf = z.enum(['contact', 'company']);
const templateField = z.strictObject({
  id: fieldId,
  kind: z.enum(fieldKinds),
  label,
  required: z.boolean(),
  help: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.helpLength))),
  options: z.optional(z.array(z.strictObject({ id: fieldId, label })).check(z.maxLength(limits.optionsPerField))),
  onPanel: z.optional(z.boolean()),
});
const templateSection = z.discriminatedUnion('kind', [
  z.strictObject({
    id,
    kind: z.literal('fields'),
    title: label,
    fields: z.array(templateField).check(z.maxLength(limits.fieldsPerTemplate)),
  }),
  z.strictObject({ id: z.literal('synced'), kind: z.literal('synced') }),
]);
const holders = z.discriminatedUnion('everyone', [
  z.strictObject({ everyone: z.literal(true) }),
  z.strictObject({
    everyone: z.literal(false),
    groups: z.array(z.strictObject({ id, name })).check(z.maxLength(limits.groupsPerRight)),
  }),
]);

const templateSchemas = {
  getTemplate: z.strictObject({ of: templateOf }),
  /** Fields that are left out count as removed; one that comes back by its id finds its values again. */
  updateTemplate: z.strictObject({
    of: templateOf,
    version: storedVersion,
    sections: z.array(templateSection).check(z.maxLength(limits.sectionsPerTemplate)),
  }),
  emptyRemovedField: z.strictObject({ of: templateOf, fieldId }),
};

const chosen = z.array(z.strictObject({ id, version })).check(z.minLength(1), z.maxLength(limits.chosenRecords));
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
const projectId = z.string().check(z.regex(/^[1-9]\d{0,18}$/, { message: 'is not the id of a project' }));
const projectSteps = z.strictObject({ id: projectId, key: id, name, steps: issueStepsSchema });
const issuesOf = z.strictObject({
  id,
  /** Open issues only; default: all. */
  open: z.optional(z.boolean()),
  cursor: z.optional(cursor),
  limit: z.optional(limit),
});
/** The issues of a contact, or of a company. */
const issueChangesOf = z.strictObject({ contactId: z.exactOptional(id), companyId: z.exactOptional(id) }).check(
  z.refine(({ contactId, companyId }) => (contactId === undefined) !== (companyId === undefined), {
    message: 'takes the id of a contact or of a company',
  }),
);

export const adminSchemas = {
  getSyncStatus: nothing,
  setSyncEnabled: z.strictObject({ enabled: z.boolean() }),
  syncNow: nothing,
  listSkippedUsers: z.strictObject({ cursor: z.optional(cursor), limit: z.optional(limit) }),
  getSettings: nothing,
  updateSettings: z.strictObject({ settings: settingsChanges }),
  getAccess: nothing,
  updateAccess: z.strictObject({ version: storedVersion, holders: z.record(z.enum(rights), holders) }),
  findGroups: z.strictObject({ search: z.optional(search) }),
  ...templateSchemas,
  getCompanyChanges: nothing,
  previewCompanyChanges: nothing,
  ...changesSchemas,
  getIssueSettings: nothing,
  updateIssueSettings: z.strictObject({
    version: storedVersion,
    steps: issueStepsSchema,
    projects: z.array(projectSteps).check(z.maxLength(limits.projectsWithOwnSteps)),
  }),
  findProjects: z.strictObject({ search: z.optional(search) }),
  getIssueChanges: nothing,
  previewIssueChanges: nothing,
} as const;

export const contactsSchemas = {
  listContacts: z.strictObject({
    search: z.optional(search),
    kind: z.optional(z.enum(['all', 'synced', 'regular'])),
    companyId: z.optional(id),
    /** By name, or the latest change first. A search and the contacts of a company are by name. */
    order: z.optional(z.enum(['name', 'changed'])),
    cursor: z.optional(cursor),
    limit: z.optional(limit),
  }),
  getContact: z.strictObject({ id }),
  createContact: z.strictObject({
    contact: z.strictObject({ name, email: z.optional(email), companyId: z.optional(id), fields: z.optional(fields) }),
  }),
  updateContact: z.strictObject({
    id,
    version,
    changes: z.strictObject({
      name: z.optional(name),
      email: z.optional(z.nullable(email)),
      companyId: z.optional(z.nullable(id)),
      fields: z.optional(fieldChanges),
    }),
  }),
  deleteContact: z.strictObject({ id, version }),
  refreshContacts: z.strictObject({ ids: z.array(id).check(z.maxLength(limits.refreshIds)) }),
  listCompanies: z.strictObject({ search: z.optional(search), cursor: z.optional(cursor), limit: z.optional(limit) }),
  getCompany: z.strictObject({ id }),
  createCompany: z.strictObject({
    company: z.strictObject({ name, domains: z.optional(domains), fields: z.optional(fields) }),
  }),
  updateCompany: z.strictObject({
    id,
    version,
    changes: z.strictObject({
      name: z.optional(name),
      domains: z.optional(domains),
      fields: z.optional(fieldChanges),
    }),
  }),
  deleteCompany: z.strictObject({ id, version }),
  getMyRights: nothing,
  ...templateSchemas,
  setCompanyOfContacts: z.strictObject({ contacts: chosen, companyId: z.nullable(id) }),
  deleteContacts: z.strictObject({ contacts: chosen }),
  getCompanyChanges: z.strictObject({ companyId: id }),
  previewCompanyChanges: z.strictObject({ companyId: id }),
  ...changesSchemas,
  listIssuesOfContact: issuesOf,
  listIssuesOfCompany: issuesOf,
  getIssueChanges: issueChangesOf,
  previewIssueChanges: issueChangesOf,
  listOrganizations: z.strictObject({ cursor: z.optional(cursor) }),
  tieOrganization: z.strictObject({ id, companyId: z.nullable(id) }),
} as const;

export const issueSchemas = {
  getIssueContact: nothing,
  linkIssueContact: z.strictObject({ contactId: id }),
  unlinkIssueContact: nothing,
  findContactsForIssue: contactsSchemas.listContacts,
  createContactForIssue: contactsSchemas.createContact,
  findCompaniesForIssue: contactsSchemas.listCompanies,
  /** null: no company, on purpose. */
  setIssueCompany: z.strictObject({ companyId: z.nullable(id) }),
  unsetIssueCompany: nothing,
  listParticipants: nothing,
  listIssuesOfIssueContact: nothing,
} as const;
