import Textfield from '@atlaskit/textfield';
import type { TemplateSection } from '../contract';
import { FieldRow } from '../fields/field-row';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import type { CompanyChoice } from './company-choice';
import { CompanyPicker } from './company-picker';
import type { ContactDraft } from './contact-draft';
import { TemplateFieldsets } from './template-fieldsets';
import type { Problems } from './use-save-contact';

interface Props {
  draft: ContactDraft;
  /** Changes the draft as it is then: a company that is being created may come later than what is typed meanwhile. */
  onDraft: (change: (draft: ContactDraft) => ContactDraft) => void;
  sections: readonly TemplateSection[];
  problems: Problems;
  locked: boolean;
  synced: boolean;
  isNew: boolean;
}

/** All that can be written about a contact. A new one is asked what is required; the rest on demand. */
export function ContactFields({ draft, onDraft, sections, problems, locked, synced, isNew }: Props) {
  const { companyId, companyName } = draft;

  return (
    <div className={layout.stack}>
      {locked ? (
        <Notice look="information">{t('contacts.form.locked')}</Notice>
      ) : synced ? (
        <Notice look="information">{t('contacts.form.follows')}</Notice>
      ) : (
        <p className={layout.small}>{t('contacts.form.required')}</p>
      )}
      <FieldRow label={t('shared.name')} required problem={problems.name}>
        {({ id, describedBy }) => (
          <Textfield
            id={id}
            dir="auto"
            autoComplete="off"
            value={draft.name}
            isReadOnly={locked}
            appearance={locked ? 'subtle' : 'standard'}
            autoFocus={!locked}
            isInvalid={problems.name !== undefined}
            aria-required
            aria-describedby={describedBy}
            onChange={(event) => {
              const name = event.currentTarget.value;
              onDraft((before) => ({ ...before, name }));
            }}
          />
        )}
      </FieldRow>
      <FieldRow label={t('shared.email')} problem={problems.email}>
        {({ id, describedBy }) => (
          <Textfield
            id={id}
            type="email"
            autoComplete="off"
            value={draft.email}
            isReadOnly={locked}
            appearance={locked ? 'subtle' : 'standard'}
            isInvalid={problems.email !== undefined}
            aria-describedby={describedBy}
            onChange={(event) => {
              const email = event.currentTarget.value;
              onDraft((before) => ({ ...before, email }));
            }}
          />
        )}
      </FieldRow>
      <FieldRow label={t('shared.company')} problem={problems.companyId}>
        {({ id, labelId }) => (
          <CompanyPicker
            inputId={id}
            labelledBy={labelId}
            mayCreate
            value={companyId === undefined ? null : { value: companyId, label: companyName ?? companyId }}
            onChange={(choice) => onDraft((before) => withCompany(before, choice))}
          />
        )}
      </FieldRow>
      <TemplateFieldsets
        sections={sections}
        drafts={draft.fields ?? {}}
        problems={problems}
        isNew={isNew}
        onDraft={(id, value) => onDraft((before) => ({ ...before, fields: { ...before.fields, [id]: value } }))}
      />
    </div>
  );
}

function withCompany(draft: ContactDraft, choice: CompanyChoice | null): ContactDraft {
  const { companyId: _, companyName: __, ...rest } = draft;
  return choice === null ? rest : { ...rest, companyId: choice.value, companyName: choice.label };
}
