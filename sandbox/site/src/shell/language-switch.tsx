import Select from '@atlaskit/select';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LANGUAGES, type Locale } from '../../../src/web/api-types';
import { api } from '../state/api';
import { sayFailed } from '../state/flags';
import { useSite } from '../state/site';

interface Choice {
  value: Locale;
  label: string;
}

const choices: Choice[] = LANGUAGES.map(({ locale, name }) => ({ value: locale, label: name }));

/** The language of one's Jira profile, which apps are told. The site itself stays English. */
export function LanguageSwitch() {
  const { locale } = useSite();
  const queries = useQueryClient();
  const choose = useMutation({
    mutationFn: api.setLanguage,
    onSuccess: () => queries.resetQueries(),
    onError: (error) => sayFailed('The language could not be changed', error),
  });
  return (
    <Select<Choice>
      inputId="language"
      aria-label="Language of apps"
      className="language-select"
      spacing="compact"
      isLoading={choose.isPending}
      value={choices.find(({ value }) => value === locale) ?? null}
      options={choices}
      onChange={(choice) => {
        if (choice && choice.value !== locale) choose.mutate(choice.value);
      }}
    />
  );
}
