import type { ContactsFunctions } from '../contract/functions';
import { ok } from '../contract/result';
import { contactsSchemas as schemas } from '../contract/schemas';
import { applyCompanyChanges } from '../crm/company-changes/apply-company-changes';
import { discardCompanyChanges } from '../crm/company-changes/discard-company-changes';
import { getCompanyChanges } from '../crm/company-changes/get-company-changes';
import { previewCompanyChanges } from '../crm/company-changes/preview-company-changes';
import { undoCompanyChanges } from '../crm/company-changes/undo-company-changes';
import { createCompany } from '../crm/create-company';
import { createContact } from '../crm/create-contact';
import { deleteCompany } from '../crm/delete-company';
import { deleteContact } from '../crm/delete-contact';
import { deleteContacts } from '../crm/delete-contacts';
import { emptyRemovedField } from '../crm/empty-removed-field';
import { getCompany } from '../crm/get-company';
import { getContact } from '../crm/get-contact';
import { getTemplate } from '../crm/get-template';
import { discardIssueChanges } from '../crm/issue-changes/discard-issue-changes';
import { getIssueChanges } from '../crm/issue-changes/get-issue-changes';
import { previewIssueChanges } from '../crm/issue-changes/preview-issue-changes';
import { showAnyToCaller, showToCaller } from '../crm/issue-changes/show-to-caller';
import { applyIssueChanges, undoIssueChanges } from '../crm/issue-changes/take-step';
import { listIssuesOfCompany, listIssuesOfContact } from '../crm/issues/list-issues';
import { listCompanies } from '../crm/list-companies';
import { listContacts } from '../crm/list-contacts';
import { listOrganizations } from '../crm/organizations/list-organizations';
import { tieOrganization } from '../crm/organizations/tie-organization';
import { refreshContacts } from '../crm/refresh-contacts';
import { setCompanyOfContacts } from '../crm/set-company-of-contacts';
import { updateCompany } from '../crm/update-company';
import { updateContact } from '../crm/update-contact';
import { updateTemplate } from '../crm/update-template';
import { refreshAccounts } from '../sync/refresh-accounts';
import { licensed, rightsOf, toChange, toRead } from './authorise';
import { defineResolver } from './define-resolver';
import { resolverFunction } from './resolver-function';

/** The functions of the contacts page. */
export const contactsResolver = defineResolver<ContactsFunctions>(
  {
    listContacts: resolverFunction('listContacts', {
      schema: schemas.listContacts,
      authorise: toRead('see'),
      run: (request, { site }) => listContacts(request, site),
    }),
    getContact: resolverFunction('getContact', {
      schema: schemas.getContact,
      authorise: toRead('see'),
      run: ({ id }, { site }) => getContact(id, site),
    }),
    createContact: resolverFunction('createContact', {
      schema: schemas.createContact,
      authorise: toChange('edit'),
      run: ({ contact }) => createContact(contact),
    }),
    updateContact: resolverFunction('updateContact', {
      schema: schemas.updateContact,
      authorise: toChange('edit'),
      run: (request, { site }) => updateContact(request, site),
    }),
    deleteContact: resolverFunction('deleteContact', {
      schema: schemas.deleteContact,
      authorise: toChange('delete'),
      run: ({ id, version }) => deleteContact(id, version),
    }),
    refreshContacts: resolverFunction('refreshContacts', {
      schema: schemas.refreshContacts,
      authorise: toRead('see'),
      run: ({ ids }, { site }) => refreshContacts(ids, site, refreshAccounts),
    }),
    listCompanies: resolverFunction('listCompanies', {
      schema: schemas.listCompanies,
      authorise: toRead('see'),
      run: (request) => listCompanies(request),
    }),
    getCompany: resolverFunction('getCompany', {
      schema: schemas.getCompany,
      authorise: toRead('see'),
      run: ({ id }) => getCompany(id),
    }),
    createCompany: resolverFunction('createCompany', {
      schema: schemas.createCompany,
      authorise: toChange('edit'),
      run: ({ company }) => createCompany(company),
    }),
    updateCompany: resolverFunction('updateCompany', {
      schema: schemas.updateCompany,
      authorise: toChange('edit'),
      run: (request) => updateCompany(request),
    }),
    deleteCompany: resolverFunction('deleteCompany', {
      schema: schemas.deleteCompany,
      authorise: toChange('delete'),
      run: ({ id, version }) => deleteCompany(id, version),
    }),
    getMyRights: resolverFunction('getMyRights', {
      schema: schemas.getMyRights,
      authorise: licensed,
      run: async (_, caller) => ok(await rightsOf(caller)),
    }),
    getTemplate: resolverFunction('getTemplate', {
      schema: schemas.getTemplate,
      authorise: toRead('see', 'configure'),
      run: async ({ of }) => ok(await getTemplate(of)),
    }),
    updateTemplate: resolverFunction('updateTemplate', {
      schema: schemas.updateTemplate,
      authorise: toChange('configure'),
      run: (request) => updateTemplate(request),
    }),
    emptyRemovedField: resolverFunction('emptyRemovedField', {
      schema: schemas.emptyRemovedField,
      authorise: toChange('configure'),
      run: ({ of, fieldId }) => emptyRemovedField(of, fieldId),
    }),
    setCompanyOfContacts: resolverFunction('setCompanyOfContacts', {
      schema: schemas.setCompanyOfContacts,
      authorise: toChange('edit'),
      run: ({ contacts, companyId }, { site }) => setCompanyOfContacts(contacts, companyId, site),
    }),
    deleteContacts: resolverFunction('deleteContacts', {
      schema: schemas.deleteContacts,
      authorise: toChange('delete'),
      run: ({ contacts }) => deleteContacts(contacts),
    }),
    getCompanyChanges: resolverFunction('getCompanyChanges', {
      schema: schemas.getCompanyChanges,
      authorise: toRead('see'),
      run: ({ companyId }) => getCompanyChanges(companyId),
    }),
    previewCompanyChanges: resolverFunction('previewCompanyChanges', {
      schema: schemas.previewCompanyChanges,
      authorise: toChange('edit'),
      run: ({ companyId }) => previewCompanyChanges(companyId),
    }),
    applyCompanyChanges: resolverFunction('applyCompanyChanges', {
      schema: schemas.applyCompanyChanges,
      authorise: toChange('edit'),
      run: ({ id }) => applyCompanyChanges(id, 'company'),
    }),
    undoCompanyChanges: resolverFunction('undoCompanyChanges', {
      schema: schemas.undoCompanyChanges,
      authorise: toChange('edit'),
      run: ({ id }) => undoCompanyChanges(id, 'company'),
    }),
    discardCompanyChanges: resolverFunction('discardCompanyChanges', {
      schema: schemas.discardCompanyChanges,
      authorise: toChange('edit'),
      run: ({ id }) => discardCompanyChanges(id, 'company'),
    }),
    getIssueChanges: resolverFunction('getIssueChanges', {
      schema: schemas.getIssueChanges,
      authorise: toRead('see'),
      run: async (scope) => showAnyToCaller(await getIssueChanges(scope)),
    }),
    previewIssueChanges: resolverFunction('previewIssueChanges', {
      schema: schemas.previewIssueChanges,
      authorise: toChange('edit'),
      run: async (scope) => showToCaller(await previewIssueChanges(scope)),
    }),
    applyIssueChanges: resolverFunction('applyIssueChanges', {
      schema: schemas.applyIssueChanges,
      authorise: toChange('edit'),
      run: async ({ id }) => showToCaller(await applyIssueChanges(id, 'contacts')),
    }),
    undoIssueChanges: resolverFunction('undoIssueChanges', {
      schema: schemas.undoIssueChanges,
      authorise: toChange('edit'),
      run: async ({ id }) => showToCaller(await undoIssueChanges(id, 'contacts')),
    }),
    discardIssueChanges: resolverFunction('discardIssueChanges', {
      schema: schemas.discardIssueChanges,
      authorise: toChange('edit'),
      run: async ({ id }) => showToCaller(await discardIssueChanges(id, 'contacts')),
    }),
    listOrganizations: resolverFunction('listOrganizations', {
      schema: schemas.listOrganizations,
      authorise: toRead('see'),
      run: ({ cursor }, { site, accountId = '' }) => listOrganizations(cursor, { siteId: site.id, accountId }),
    }),
    tieOrganization: resolverFunction('tieOrganization', {
      schema: schemas.tieOrganization,
      authorise: toChange('edit'),
      run: ({ id, companyId }) => tieOrganization(id, companyId),
    }),
    listIssuesOfContact: resolverFunction('listIssuesOfContact', {
      schema: schemas.listIssuesOfContact,
      authorise: toRead('see'),
      run: (request, { accountId = '' }) => listIssuesOfContact(request, accountId),
    }),
    listIssuesOfCompany: resolverFunction('listIssuesOfCompany', {
      schema: schemas.listIssuesOfCompany,
      authorise: toRead('see'),
      run: (request, { accountId = '' }) => listIssuesOfCompany(request, accountId),
    }),
  },
  licensed,
);
