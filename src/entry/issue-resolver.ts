import type { IssueFunctions } from '../contract/functions';
import { failure, ok, type Result } from '../contract/result';
import { issueSchemas as schemas } from '../contract/schemas';
import { createContact } from '../crm/create-contact';
import { type Viewer, viewIssue } from '../crm/issue-view';
import { listIssuesOfIssueContact } from '../crm/issues/list-issues-of-issue-contact';
import { listParticipants } from '../crm/issues/list-participants';
import { setIssueCompany, unsetIssueCompany } from '../crm/issues/set-issue-company';
import { linkIssueContact } from '../crm/link-issue-contact';
import { listCompanies } from '../crm/list-companies';
import { listContacts } from '../crm/list-contacts';
import { unlinkIssueContact } from '../crm/unlink-issue-contact';
import { type IssueReading, issueNamedIn, readIssue } from '../jira/read-issue';
import { wakeIssue } from '../store/issue-queue';
import { licensed, seemsToHave, toChange, toRead } from './authorise';
import type { Caller } from './caller';
import { defineResolver } from './define-resolver';
import { resolverFunction } from './resolver-function';

/** The functions of the issue panel. Each begins by reading the issue as the user, since the browser says which one it is. */
export const issueResolver = defineResolver<IssueFunctions>(
  {
    getIssueContact: resolverFunction('getIssueContact', {
      schema: schemas.getIssueContact,
      authorise: toRead('see'),
      run: (_, caller) =>
        withIssue(caller, async (issue) => {
          const mayEdit = await seemsToHave(caller, 'edit');
          return ok(await viewIssue(issue, { site: caller.site, mayEdit }));
        }),
    }),
    linkIssueContact: resolverFunction('linkIssueContact', {
      schema: schemas.linkIssueContact,
      authorise: toChange('edit'),
      run: ({ contactId }, caller) => withIssue(caller, (issue) => linkIssueContact(issue, contactId, editor(caller))),
    }),
    unlinkIssueContact: resolverFunction('unlinkIssueContact', {
      schema: schemas.unlinkIssueContact,
      authorise: toChange('edit'),
      run: (_, caller) => withIssue(caller, (issue) => unlinkIssueContact(issue, editor(caller))),
    }),
    findContactsForIssue: resolverFunction('findContactsForIssue', {
      schema: schemas.findContactsForIssue,
      authorise: toRead('see'),
      run: (request, caller) => withIssue(caller, () => listContacts(request, caller.site)),
    }),
    createContactForIssue: resolverFunction('createContactForIssue', {
      schema: schemas.createContactForIssue,
      authorise: toChange('edit'),
      run: ({ contact }, caller) =>
        withIssue(caller, async (issue) => {
          const created = await createContact(contact);
          if (created.ok) await wakeIssue({ issueId: issue.id });
          return created;
        }),
    }),
    findCompaniesForIssue: resolverFunction('findCompaniesForIssue', {
      schema: schemas.findCompaniesForIssue,
      authorise: toRead('see'),
      run: (request, caller) => withIssue(caller, () => listCompanies(request)),
    }),
    setIssueCompany: resolverFunction('setIssueCompany', {
      schema: schemas.setIssueCompany,
      authorise: toChange('edit'),
      run: ({ companyId }, caller) => withIssue(caller, (issue) => setIssueCompany(issue, companyId, editor(caller))),
    }),
    unsetIssueCompany: resolverFunction('unsetIssueCompany', {
      schema: schemas.unsetIssueCompany,
      authorise: toChange('edit'),
      run: (_, caller) => withIssue(caller, (issue) => unsetIssueCompany(issue, editor(caller))),
    }),
    listParticipants: resolverFunction('listParticipants', {
      schema: schemas.listParticipants,
      authorise: toRead('see'),
      run: (_, caller) => withIssue(caller, async (issue) => ok({ items: await listParticipants(issue) })),
    }),
    listIssuesOfIssueContact: resolverFunction('listIssuesOfIssueContact', {
      schema: schemas.listIssuesOfIssueContact,
      authorise: toRead('see'),
      run: (_, caller) => withIssue(caller, async (issue) => ok(await listIssuesOfIssueContact(issue))),
    }),
  },
  licensed,
);

async function withIssue<T>(caller: Caller, work: (issue: IssueReading) => Promise<Result<T>>): Promise<Result<T>> {
  const named = issueNamedIn(caller.extension.issue);
  const issue = named === undefined ? undefined : await readIssue(named);
  return issue === undefined ? failure('not-found', 'There is no such issue.') : work(issue);
}

/** Whoever was let in to change something may edit. */
function editor({ site }: Caller): Viewer {
  return { site, mayEdit: true };
}
