import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { contacts as calls } from '../bridge/calls';
import type { Company, RefusedDomain, TemplateField } from '../contract';
import { useFormats } from '../page-provider';
import { queryKeys } from '../state/query-keys';
import { t } from '../texts/t';
import { LiveRegion } from '../ui/hidden';
import type { CompanyEdits } from './company-edits';
import { conflictTexts, refusalText } from './company-words';
import { rememberCompany } from './remember-company';
import { saveCompany } from './save-company';
import { useVersionsQuestion } from './use-versions-question';

export interface CompanyChange {
  /** The company as it was when the person began to write. */
  base: Company;
  edits: CompanyEdits;
  /** What is said to be saved. */
  label: string;
}

export interface CompanyEditing {
  /** Answers with what is wrong; undefined when the change was saved, or given up for what another person saved. */
  change: (change: CompanyChange) => Promise<string | undefined>;
  /** The domain that was refused last. */
  refusedDomain: RefusedDomain | undefined;
  /** What has to be somewhere on the page: the question whose value stays, and what is said aloud. */
  surroundings: ReactNode;
}

/** Saves single values of a company, and asks when somebody else saved another one meanwhile. */
export function useCompanyEditing(
  fields: readonly TemplateField[],
  onSaved: (saved: Company, before: Company) => void,
): CompanyEditing {
  const client = useQueryClient();
  const formats = useFormats();
  const { ask, question } = useVersionsQuestion();
  const [refusedDomain, setRefusedDomain] = useState<RefusedDomain>();
  const [said, setSaid] = useState('');

  const change = async (wanted: CompanyChange): Promise<string | undefined> => {
    setSaid('');
    setRefusedDomain(undefined);
    let { base } = wanted;
    for (;;) {
      const saved = await saveCompany(base, wanted.edits, calls);
      if (saved.outcome === 'saved') {
        rememberCompany(client, saved.company);
        setSaid(t('fields.saved', { label: wanted.label }));
        onSaved(saved.company, base);
        return undefined;
      }
      if (saved.outcome === 'refused') {
        if (saved.failure.code === 'forbidden') void client.invalidateQueries({ queryKey: queryKeys.rights });
        setRefusedDomain(saved.failure.domain);
        return refusalText(saved.failure);
      }
      const versions = conflictTexts({ ...wanted, base, theirs: saved.theirs }, fields, formats);
      const decision = await ask({ title: t('contacts.conflict.companyTitle'), ...versions });
      if (decision !== 'mine') rememberCompany(client, saved.theirs);
      if (decision === 'theirs') return undefined;
      if (decision === 'later') return t('contacts.inline.changedMeanwhile');
      base = saved.theirs;
    }
  };

  const surroundings = (
    <>
      <LiveRegion>{said}</LiveRegion>
      {question}
    </>
  );
  return { change, refusedDomain, surroundings };
}
