import { type Company, limits, type RefusedDomain, type TemplateField } from '../contract';
import { withTypedDomains } from '../rules';
import { t } from '../texts/t';
import { DomainsEditor, domainProblemText } from '../ui/domains-editor';
import type { CompanyEditing } from './company-editing';
import styles from './company-page.module.css';
import { nameProblemText } from './contact-problems';
import { InlineValue } from './inline-value';
import { TemplateValueRow } from './template-value-row';
import { TextValueRow } from './text-value-row';
import { useBase } from './use-base';
import { ValueRow } from './value-row';

interface Props {
  company: Company;
  mayEdit: boolean;
  change: CompanyEditing['change'];
}

export function CompanyNameValue({ company, mayEdit, change }: Props) {
  const label = t('shared.name');
  return (
    <TextValueRow<Company>
      label={label}
      record={company}
      textOf={({ name }) => name}
      mayEdit={mayEdit}
      problemOf={nameProblemText}
      save={(name, base) => change({ base, edits: { name }, label })}
    />
  );
}

interface DomainsDraft {
  domains: string[];
  /** What stands in the field and is not on the list yet. Saving adds it. */
  typed: string;
}

export function DomainsValue({ company, mayEdit, change, refused }: Props & { refused: RefusedDomain | undefined }) {
  const { base, begin } = useBase(company);
  const label = t('contacts.company.domains');
  const most = limits.domainsPerCompany;
  const wanted = ({ domains, typed }: DomainsDraft) => withTypedDomains(domains, typed, most);
  return (
    <ValueRow label={label} wide>
      <InlineValue<DomainsDraft>
        label={label}
        shown={company.domains.length === 0 ? undefined : <Domains domains={company.domains} />}
        none={t('contacts.company.noDomains')}
        mayEdit={mayEdit}
        help={t('contacts.company.domainsHelp')}
        start={() => ({ domains: begin().domains, typed: '' })}
        problemOf={(draft) => {
          const { problem } = wanted(draft);
          return problem === undefined ? undefined : domainProblemText(problem, most);
        }}
        save={(draft) => change({ base: base(), edits: { domains: wanted(draft).domains }, label })}
        control={({ draft, onChange }) => (
          <DomainsEditor
            domains={draft.domains}
            most={most}
            none={t('contacts.company.noDomains')}
            onChange={(domains) => onChange({ domains, typed: '' })}
            onPending={(typed) => onChange({ ...draft, typed })}
            refused={refused?.name}
            enterSubmits
            autoFocus
          />
        )}
      />
    </ValueRow>
  );
}

function Domains({ domains }: { domains: readonly string[] }) {
  return (
    <span className={styles.domains}>
      {domains.map((domain) => (
        <span key={domain} className={styles.domain} dir="ltr">
          {domain}
        </span>
      ))}
    </span>
  );
}

export function CompanyFieldValue({ field, company, mayEdit, change }: Props & { field: TemplateField }) {
  return (
    <TemplateValueRow<Company>
      field={field}
      record={company}
      mayEdit={mayEdit}
      save={(value, base) => change({ base, edits: { fields: { [field.id]: value } }, label: field.label })}
    />
  );
}
