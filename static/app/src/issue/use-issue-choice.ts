import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failureOf } from '../bridge/call-error';
import { issue as calls } from '../bridge/calls';
import type { IssueContact } from '../contract';
import { queryKeys } from '../state/query-keys';

/** What a person can choose for an issue, or leave to Kith again. */
export type IssueChoice =
  | { contactId: string }
  /** A contact made for the issue: chosen by hand only if Kith does not find it by itself. */
  | { createdId: string }
  | { contact: 'automatic' }
  /** null: no company. */
  | { companyId: string | null }
  | { company: 'automatic' };

/** Saves choices, and shows what came of them. `about`: which of the two the last choice was about. */
export function useIssueChoice(onDone: () => void) {
  const client = useQueryClient();
  const { issueContact: queryKey } = queryKeys;
  const choosing = useMutation({
    mutationFn: save,
    onSuccess: async (next) => {
      // What was asked before the choice would show the issue as it was.
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, next);
      onDone();
    },
    onError: (error) => {
      // It may have been saved all the same, and what was chosen may be gone.
      if (failureOf(error).code !== 'forbidden') void client.invalidateQueries({ queryKey });
    },
  });
  const { variables } = choosing;
  const about: 'contact' | 'company' | undefined =
    variables === undefined ? undefined : 'companyId' in variables || 'company' in variables ? 'company' : 'contact';
  return {
    choose: (choice: IssueChoice) => choosing.mutate(choice),
    about,
    isSaving: choosing.isPending,
    isSaved: choosing.isSuccess,
    error: choosing.error,
    forget: choosing.reset,
  };
}

async function save(choice: IssueChoice): Promise<IssueContact> {
  if ('contactId' in choice) return calls.linkIssueContact(choice.contactId);
  if ('companyId' in choice) return calls.setIssueCompany(choice.companyId);
  if ('contact' in choice) return calls.unlinkIssueContact();
  if ('company' in choice) return calls.unsetIssueCompany();
  const found = await calls.getIssueContact();
  return found.contact?.id === choice.createdId ? found : calls.linkIssueContact(choice.createdId);
}
