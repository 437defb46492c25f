/** The contact that a person chose for an issue, in place of the reporter's. */
export interface IssueContactChoice {
  issueId: string;
  contactId: string;
  chosenAt: string;
}
