import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallError, failureOf } from '../bridge/call-error';
import { contacts as calls } from '../bridge/calls';
import type { Company, Failure, RefusedDomain, TemplateField } from '../contract';
import { queryKeys } from '../state/query-keys';
import { t } from '../texts/t';
import { type CompanyDraft, type CompanyEdits, editsOf, newCompany } from './company-edits';
import { refusedDomainText } from './company-words';
import { failedField } from './failed-field';
import { rememberCompany } from './remember-company';
import { type SavedCompany, saveCompany } from './save-company';

export interface CompanyConflict {
  base: Company;
  theirs: Company;
  edits: CompanyEdits;
}

/** What is wrong, by `name`, `domains` or the id of a field. */
export type CompanyProblems = Readonly<Record<string, string>>;

/** Creates or changes a company, and finds out what a refusal means. Nothing that was typed is lost on the way. */
export function useSaveCompany(
  start: Company | undefined,
  fields: readonly TemplateField[],
  onSaved: (company: Company) => void,
) {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [conflict, setConflict] = useState<CompanyConflict>();
  const [refusedDomain, setRefusedDomain] = useState<RefusedDomain>();
  const [saving, setSaving] = useState(false);

  const attempt = async (base: Company | undefined, edits: CompanyEdits, draft: CompanyDraft) => {
    setError(undefined);
    setRefusedDomain(undefined);
    setSaving(true);
    const saved = base === undefined ? await create(draft, fields) : await saveCompany(base, edits, calls);
    setSaving(false);
    if (saved.outcome === 'conflict') {
      if (base !== undefined) setConflict({ base, theirs: saved.theirs, edits });
      return {};
    }
    if (saved.outcome === 'saved') {
      rememberCompany(client, saved.company);
      onSaved(saved.company);
      return {};
    }
    setConflict(undefined);
    return refused(saved.failure);
  };

  const refused = (failure: Failure): CompanyProblems => {
    if (failure.code === 'unavailable') void client.invalidateQueries({ queryKey: queryKeys.companies });
    if (failure.code === 'forbidden') void client.invalidateQueries({ queryKey: queryKeys.rights });
    if (failure.domain !== undefined) {
      setRefusedDomain(failure.domain);
      return { domains: refusedDomainText(failure.domain) };
    }
    const field = failedField(failure);
    if (failure.code === 'invalid' && field !== undefined) {
      void client.invalidateQueries({ queryKey: queryKeys.template('company') });
      if (field === 'name' || fields.some(({ id }) => id === field)) return { [field]: t('fields.problem.refused') };
    }
    setError(new CallError(failure));
    return {};
  };

  return {
    /** Answers with what is wrong with single values. */
    save: (draft: CompanyDraft): Promise<CompanyProblems> =>
      attempt(start, start === undefined ? {} : editsOf(start, draft, fields), draft),
    /** Saves over what the other person saved. */
    keepMine: (draft: CompanyDraft): Promise<CompanyProblems> =>
      conflict === undefined ? Promise.resolve({}) : attempt(conflict.theirs, conflict.edits, draft),
    /** Leaves the two versions; the next attempt meets them again. */
    reconsider: () => setConflict(undefined),
    saving,
    error,
    conflict,
    refusedDomain,
  };
}

async function create(draft: CompanyDraft, fields: readonly TemplateField[]): Promise<SavedCompany> {
  try {
    return { outcome: 'saved', company: await calls.createCompany({ company: newCompany(draft, fields) }) };
  } catch (caught) {
    return { outcome: 'refused', failure: failureOf(caught) };
  }
}
