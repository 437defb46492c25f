import type { ContactsFunctions } from '../contract/functions';
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
import { getCompany } from '../crm/get-company';
import { getContact } from '../crm/get-contact';
import { listCompanies } from '../crm/list-companies';
import { listContacts } from '../crm/list-contacts';
import { refreshContacts } from '../crm/refresh-contacts';
import { updateCompany } from '../crm/update-company';
import { updateContact } from '../crm/update-contact';
import { refreshAccounts } from '../sync/refresh-accounts';
import { licensed } from './authorise';
import { defineResolver } from './define-resolver';
import { resolverFunction } from './resolver-function';

/** The functions of the contacts page. */
export const contactsResolver = defineResolver<ContactsFunctions>(
  {
    listContacts: resolverFunction('listContacts', {
      schema: schemas.listContacts,
      authorise: licensed,
      run: (request, { site }) => listContacts(request, site),
    }),
    getContact: resolverFunction('getContact', {
      schema: schemas.getContact,
      authorise: licensed,
      run: ({ id }, { site }) => getContact(id, site),
    }),
    createContact: resolverFunction('createContact', {
      schema: schemas.createContact,
      authorise: licensed,
      run: ({ contact }) => createContact(contact),
    }),
    updateContact: resolverFunction('updateContact', {
      schema: schemas.updateContact,
      authorise: licensed,
      run: (request, { site }) => updateContact(request, site),
    }),
    deleteContact: resolverFunction('deleteContact', {
      schema: schemas.deleteContact,
      authorise: licensed,
      run: ({ id, version }) => deleteContact(id, version),
    }),
    refreshContacts: resolverFunction('refreshContacts', {
      schema: schemas.refreshContacts,
      authorise: licensed,
      run: ({ ids }, { site }) => refreshContacts(ids, site, refreshAccounts),
    }),
    listCompanies: resolverFunction('listCompanies', {
      schema: schemas.listCompanies,
      authorise: licensed,
      run: (request) => listCompanies(request),
    }),
    getCompany: resolverFunction('getCompany', {
      schema: schemas.getCompany,
      authorise: licensed,
      run: ({ id }) => getCompany(id),
    }),
    createCompany: resolverFunction('createCompany', {
      schema: schemas.createCompany,
      authorise: licensed,
      run: ({ company }) => createCompany(company),
    }),
    updateCompany: resolverFunction('updateCompany', {
      schema: schemas.updateCompany,
      authorise: licensed,
      run: (request) => updateCompany(request),
    }),
    deleteCompany: resolverFunction('deleteCompany', {
      schema: schemas.deleteCompany,
      authorise: licensed,
      run: ({ id, version }) => deleteCompany(id, version),
    }),
    getCompanyChanges: resolverFunction('getCompanyChanges', {
      schema: schemas.getCompanyChanges,
      authorise: licensed,
      run: ({ companyId }) => getCompanyChanges(companyId),
    }),
    previewCompanyChanges: resolverFunction('previewCompanyChanges', {
      schema: schemas.previewCompanyChanges,
      authorise: licensed,
      run: ({ companyId }) => previewCompanyChanges(companyId),
    }),
    applyCompanyChanges: resolverFunction('applyCompanyChanges', {
      schema: schemas.applyCompanyChanges,
      authorise: licensed,
      run: ({ id }) => applyCompanyChanges(id, 'company'),
    }),
    undoCompanyChanges: resolverFunction('undoCompanyChanges', {
      schema: schemas.undoCompanyChanges,
      authorise: licensed,
      run: ({ id }) => undoCompanyChanges(id, 'company'),
    }),
    discardCompanyChanges: resolverFunction('discardCompanyChanges', {
      schema: schemas.discardCompanyChanges,
      authorise: licensed,
      run: ({ id }) => discardCompanyChanges(id, 'company'),
    }),
  },
  licensed,
);
