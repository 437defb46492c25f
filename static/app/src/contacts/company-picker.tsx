import { AsyncSelect } from '@atlaskit/select';
import { contacts as calls } from '../bridge/calls';
import { t } from '../texts/t';

export interface CompanyChoice {
  value: string;
  label: string;
}

interface Props {
  inputId: string;
  labelledBy: string;
  value: CompanyChoice | null;
  onChange: (choice: CompanyChoice | null) => void;
}

/** Chooses a company by typing part of its name. */
export function CompanyPicker({ inputId, labelledBy, value, onChange }: Props) {
  return (
    <AsyncSelect<CompanyChoice>
      inputId={inputId}
      labelId={labelledBy}
      cacheOptions
      defaultOptions
      isClearable
      isSearchable
      loadOptions={companiesLike}
      loadingMessage={() => t('contacts.form.companyLoading')}
      noOptionsMessage={() => t('contacts.form.companyNone')}
      placeholder={t('contacts.form.companyPlaceholder')}
      menuPosition="fixed"
      menuPlacement="auto"
      maxMenuHeight={200}
      value={value}
      onChange={(choice) => onChange(choice)}
    />
  );
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
