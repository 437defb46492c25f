import { AsyncCreatableSelect, AsyncSelect } from '@atlaskit/select';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { failureOf } from '../bridge/call-error';
import { contacts as calls } from '../bridge/calls';
import { limits } from '../contract';
import fields from '../fields/fields.module.css';
import { queryKeys } from '../state/query-keys';
import { savingFailed } from '../texts/errors';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import type { CompanyChoice } from './company-choice';
import { useAskForCompany } from './company-creation';

interface Props {
  inputId: string;
  /** The id of what names the control; without one, say `ariaLabel`. */
  labelledBy?: string;
  ariaLabel?: string;
  placeholder?: string;
  value: CompanyChoice | null;
  onChange: (choice: CompanyChoice | null) => void;
  /** A name that no company has may become one at once. */
  mayCreate?: boolean;
  isCompact?: boolean;
  autoFocus?: boolean;
}

/** Chooses a company by typing part of its name. */
export function CompanyPicker(props: Props) {
  const { inputId, labelledBy, ariaLabel, value, onChange, mayCreate = false, isCompact, autoFocus = false } = props;
  const client = useQueryClient();
  const askForCompany = useAskForCompany();
  const problemId = useId();
  const [creating, setCreating] = useState(false);
  const [problem, setProblem] = useState<string>();

  const create = async (name: string) => {
    setCreating(true);
    setProblem(undefined);
    try {
      const company = await calls.createCompany({ company: { name } });
      void client.invalidateQueries({ queryKey: queryKeys.companies });
      onChange({ value: company.id, label: company.name });
    } catch (caught) {
      const failure = failureOf(caught);
      if (failure.code === 'invalid') await createWithMore(name);
      else setProblem(savingFailed(failure).title);
    }
    setCreating(false);
  };
  /** By the template, a name alone is not enough. */
  const createWithMore = async (name: string) => {
    void client.invalidateQueries({ queryKey: queryKeys.template('company') });
    const company = await askForCompany(name);
    if (company !== undefined) onChange({ value: company.id, label: company.name });
  };

  const shared = {
    inputId,
    ...(labelledBy === undefined ? {} : { labelId: labelledBy }),
    ...(ariaLabel === undefined ? {} : { label: ariaLabel }),
    descriptionId: problemId,
    cacheOptions: true,
    defaultOptions: true,
    isClearable: true,
    isSearchable: true,
    isLoading: creating,
    spacing: isCompact === true ? ('compact' as const) : ('default' as const),
    loadOptions: companiesLike,
    loadingMessage: () => t('contacts.form.companyLoading'),
    noOptionsMessage: () => t('contacts.company.nothingFound'),
    placeholder: props.placeholder ?? t('contacts.company.search'),
    formatOptionLabel: (choice: CompanyChoice) => <bdi className={fields.option}>{choice.label}</bdi>,
    autoFocus,
    openMenuOnFocus: autoFocus,
    // Escape closes the list of options, not the dialog around it with all that was typed.
    shouldPreventEscapePropagation: true,
    menuPosition: 'fixed' as const,
    menuPlacement: 'auto' as const,
    maxMenuHeight: 220,
    value,
    onChange: (choice: CompanyChoice | null) => onChange(choice),
  };
  return (
    <div>
      {mayCreate ? (
        <AsyncCreatableSelect<CompanyChoice>
          {...shared}
          allowCreateWhileLoading={false}
          createOptionPosition="last"
          formatCreateLabel={(text) => t('contacts.pick.create', { name: text.trim() })}
          isValidNewOption={(text, _, options) => isNewName(text, options)}
          onCreateOption={(text) => void create(text.trim())}
        />
      ) : (
        <AsyncSelect<CompanyChoice> {...shared} />
      )}
      <p id={problemId} role="alert" className={layout.problem}>
        {problem}
      </p>
    </div>
  );
}

function isNewName(text: string, options: readonly unknown[]): boolean {
  const name = text.trim().toLocaleLowerCase();
  if (name === '' || name.length > limits.nameLength) return false;
  return !options.some((option) => isChoice(option) && option.label.trim().toLocaleLowerCase() === name);
}

function isChoice(option: unknown): option is CompanyChoice {
  return typeof option === 'object' && option !== null && 'label' in option && typeof option.label === 'string';
}

/** A list that cannot be read looks empty here; saving tells the reason. */
async function companiesLike(search: string): Promise<CompanyChoice[]> {
  try {
    const trimmed = search.trim();
    const { items } = await calls.listCompanies(trimmed === '' ? {} : { search: trimmed });
    return items.map(({ id, name }) => ({ value: id, label: name }));
  } catch {
    return [];
  }
}
