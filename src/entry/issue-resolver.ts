import type { IssueFunctions } from '../contract/functions';
import { failure, ok, type Result } from '../contract/result';
import { issueSchemas as schemas } from '../contract/schemas';
import { createContact } from '../crm/create-contact';
import { viewIssue } from '../crm/issue-view';
import { linkIssueContact } from '../crm/link-issue-contact';
import { listContacts } from '../crm/list-contacts';
import { unlinkIssueContact } from '../crm/unlink-issue-contact';
import { type IssueReading, issueNamedIn, readIssue } from '../jira/read-issue';
import { licensed, toChange, toRead } from './authorise';
import type { Caller } from './caller';
import { defineResolver } from './define-resolver';
import { resolverFunction } from './resolver-function';

/** The functions of the issue panel. Each begins by reading the issue as the user, since the browser says which one it is. */
export const issueResolver = defineResolver<IssueFunctions>(
  {
    getIssueContact: resolverFunction('getIssueContact', {
      schema: schemas.getIssueContact,
      authorise: toRead('see'),
      run: (_, caller) => withIssue(caller, async (issue) => ok(await viewIssue(issue, caller.site))),
    }),
    linkIssueContact: resolverFunction('linkIssueContact', {
      schema: schemas.linkIssueContact,
      authorise: toChange('edit'),
      run: ({ contactId }, caller) => withIssue(caller, (issue) => linkIssueContact(issue, contactId, caller.site)),
    }),
    unlinkIssueContact: resolverFunction('unlinkIssueContact', {
      schema: schemas.unlinkIssueContact,
      authorise: toChange('edit'),
      run: (_, caller) => withIssue(caller, (issue) => unlinkIssueContact(issue, caller.site)),
    }),
    findContactsForIssue: resolverFunction('findContactsForIssue', {
      schema: schemas.findContactsForIssue,
      authorise: toRead('see'),
      run: (request, caller) => withIssue(caller, () => listContacts(request, caller.site)),
    }),
    createContactForIssue: resolverFunction('createContactForIssue', {
      schema: schemas.createContactForIssue,
      authorise: toChange('edit'),
      run: ({ contact }, caller) => withIssue(caller, () => createContact(contact)),
    }),
  },
  licensed,
);

async function withIssue<T>(caller: Caller, work: (issue: IssueReading) => Promise<Result<T>>): Promise<Result<T>> {
  const named = issueNamedIn(caller.extension.issue);
  const issue = named === undefined ? undefined : await readIssue(named);
  return issue === undefined ? failure('not-found', 'There is no such issue.') : work(issue);
}
