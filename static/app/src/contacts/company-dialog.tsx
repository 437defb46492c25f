import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { type Company, limits, type Template } from '../contract';
import { CompanyDomains } from '../fields/company-domains';
import { fieldsOf } from '../fields/field-draft';
import { FieldRow } from '../fields/field-row';
import { fieldProblemTexts } from '../fields/field-text';
import { useFormats } from '../page-provider';
import { withTypedDomains } from '../rules';
import { useTemplate } from '../state/use-template';
import { t } from '../texts/t';
import { domainProblemText } from '../ui/domains-editor';
import layout from '../ui/layout.module.css';
import { type CompanyDraft, draftOfCompany, editsOf, isCompanyWritten } from './company-edits';
import { conflictTexts } from './company-words';
import { nameProblemText } from './contact-problems';
import { RecordDialog } from './record-dialog';
import { TemplateFieldsets } from './template-fieldsets';
import { type CompanyProblems, useSaveCompany } from './use-save-company';
import { WaitingDialog } from './waiting-dialog';

interface Props {
  company?: Company;
  /** What a new company is called, as far as that is known already. */
  name?: string;
  onClose: () => void;
  /** The dialog is gone, and the focus back where it was. */
  onClosed?: () => void;
  onSaved: (company: Company) => void;
}

/** Creates a company, or changes the given one. Laid out by the template. */
export default function CompanyDialog({ company, name = '', onClose, onClosed, onSaved }: Props) {
  const template = useTemplate('company');
  const [base, setBase] = useState(company);
  const title = company === undefined ? t('contacts.company.create') : t('contacts.company.edit');
  if (template.data === undefined)
    return <WaitingDialog title={title} template={template} onClose={onClose} onClosed={onClosed} />;
  return (
    <CompanyEditor
      key={base?.version ?? 0}
      title={title}
      base={base}
      name={name}
      template={template.data}
      onReload={setBase}
      onClose={onClose}
      onClosed={onClosed}
      onSaved={(saved) => {
        onClose();
        onSaved(saved);
      }}
    />
  );
}

interface EditorProps {
  title: string;
  base: Company | undefined;
  name: string;
  template: Template;
  onReload: (company: Company) => void;
  onClose: () => void;
  onClosed: (() => void) | undefined;
  onSaved: (company: Company) => void;
}

const mostDomains = limits.domainsPerCompany;

function CompanyEditor({ title, base, name, template, onReload, onClose, onClosed, onSaved }: EditorProps) {
  const formats = useFormats();
  const fields = fieldsOf(template.sections);
  const [draft, setDraft] = useState(() => draftOfCompany(base, fields, name));
  const [typed, setTyped] = useState({ domain: '', times: 0 });
  const [problems, setProblems] = useState<CompanyProblems>({});
  const [complaints, setComplaints] = useState(0);
  const { save, keepMine, reconsider, saving, error, conflict, refusedDomain } = useSaveCompany(base, fields, onSaved);

  const write = (changes: Partial<CompanyDraft>) => {
    setDraft({ ...draft, ...changes });
    setProblems({});
  };
  const show = (found: CompanyProblems) => {
    setProblems(found);
    if (Object.keys(found).length > 0) setComplaints((before) => before + 1);
  };
  const submit = async () => {
    const added = withTypedDomains(draft.domains, typed.domain, mostDomains);
    const written = { ...draft, domains: added.domains };
    const found = new Map(Object.entries(problemsOf(written)));
    if (added.problem !== undefined) found.set('domains', domainProblemText(added.problem, mostDomains));
    if (found.size > 0) return show(Object.fromEntries(found));
    setDraft(written);
    setTyped(({ times }) => ({ domain: '', times: times + 1 }));
    show(await save(written));
  };
  /** What was there before and was not touched is not complained about. */
  const problemsOf = (written: CompanyDraft): CompanyProblems => {
    const name = nameProblemText(written.name);
    const touched = base === undefined ? undefined : (editsOf(base, written, fields).fields ?? {});
    const found = fieldProblemTexts(fields, written.fields, touched);
    return name === undefined ? found : { name, ...found };
  };

  return (
    <RecordDialog
      title={title}
      submit={base === undefined ? t('contacts.company.create') : t('shared.save')}
      saving={saving}
      error={error}
      complaints={complaints}
      written={typed.domain.trim() !== '' || isCompanyWritten(base, draft, fields)}
      conflict={
        conflict && {
          title: t('contacts.conflict.companyTitle'),
          ...conflictTexts(conflict, fields, formats),
          onBack: reconsider,
          onTheirs: () => onReload(conflict.theirs),
          onMine: () => void keepMine(draft).then(show),
        }
      }
      onSubmit={() => void submit()}
      onClose={onClose}
      onClosed={onClosed}
    >
      <div className={layout.stack}>
        <p className={layout.small}>{t('contacts.form.required')}</p>
        <FieldRow label={t('shared.name')} required problem={problems.name}>
          {({ id, describedBy }) => (
            <Textfield
              id={id}
              dir="auto"
              autoComplete="off"
              autoFocus
              value={draft.name}
              isInvalid={problems.name !== undefined}
              aria-required
              aria-describedby={describedBy}
              onChange={(event) => write({ name: event.currentTarget.value })}
            />
          )}
        </FieldRow>
        <CompanyDomains
          key={typed.times}
          domains={draft.domains}
          onChange={(domains) => write({ domains })}
          onPending={(domain) => {
            setTyped(({ times }) => ({ domain, times }));
            setProblems({});
          }}
          refused={refusedDomain?.name}
          problem={problems.domains}
        />
        <TemplateFieldsets
          sections={template.sections}
          drafts={draft.fields}
          problems={problems}
          isNew={base === undefined}
          onDraft={(id, value) => write({ fields: { ...draft.fields, [id]: value } })}
        />
      </div>
    </RecordDialog>
  );
}
