import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../bridge/call-error';
import { contacts as calls } from '../bridge/calls';
import type { Company } from '../contract';
import { queryKeys } from '../state/query-keys';
import { type CompanyDraft, companyChanges } from './company-draft';

export interface CompanyConflict {
  theirs: Company;
  mine: CompanyDraft;
}

/** Creates or changes a company, and finds out what a refusal means. */
export function useSaveCompany(base: Company | undefined, onSaved: (company: Company) => void) {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [conflict, setConflict] = useState<CompanyConflict>();

  const save = async (draft: CompanyDraft, version = base?.version): Promise<void> => {
    setError(undefined);
    try {
      const company = await send(draft, version);
      client.setQueryData(queryKeys.company(company.id), company);
      void client.invalidateQueries({ queryKey: queryKeys.companies });
      void client.invalidateQueries({ queryKey: queryKeys.contacts });
      onSaved(company);
    } catch (caught) {
      await explain(caught, draft, version);
    }
  };

  const send = (draft: CompanyDraft, version: number | undefined): Promise<Company> => {
    if (base === undefined || version === undefined) {
      return calls.createCompany({ company: { name: draft.name.trim(), domains: draft.domains } });
    }
    const changes = companyChanges(base, draft);
    if (Object.keys(changes).length === 0) return Promise.resolve(base);
    return calls.updateCompany({ id: base.id, version, changes });
  };

  const explain = async (caught: unknown, draft: CompanyDraft, version: number | undefined): Promise<void> => {
    setError(caught);
    if (failureOf(caught).code !== 'conflict' || base === undefined) return;
    try {
      const theirs = await calls.getCompany(base.id);
      if (theirs.version === version) return;
      setError(undefined);
      setConflict({ theirs, mine: draft });
    } catch (unread) {
      setError(unread);
    }
  };

  return { save, error, conflict };
}
