import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { FieldsSection, TemplateSection } from '../contract';
import { FieldControl } from '../fields/field-control';
import { FieldRow } from '../fields/field-row';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { type CompanyChoice, CompanyPicker } from './company-picker';
import type { ContactDraft } from './contact-draft';
import styles from './contact-page.module.css';
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
  const [all, setAll] = useState(!isNew);
  const { companyId, companyName } = draft;
  const shown = sections
    .filter((section): section is FieldsSection => section.kind === 'fields')
    .map((section) => ({ ...section, fields: section.fields.filter((field) => all || field.required) }))
    .filter(({ fields }) => fields.length > 0);
  const optional = sections.some(
    (section) => section.kind === 'fields' && section.fields.some(({ required }) => !required),
  );

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
      {shown.map(({ id: sectionId, title, fields }) => (
        <fieldset key={sectionId} className={layout.stack}>
          <legend className={styles.legend} dir="auto">
            {title}
          </legend>
          {fields.map((field) => (
            <FieldRow
              key={field.id}
              label={field.label}
              required={field.required}
              help={field.help}
              problem={problems[field.id]}
            >
              {({ id, describedBy }) => (
                <FieldControl
                  field={field}
                  id={id}
                  draft={draft.fields?.[field.id] ?? ''}
                  invalid={problems[field.id] !== undefined}
                  describedBy={describedBy}
                  onChange={(value) =>
                    onDraft((before) => ({ ...before, fields: { ...before.fields, [field.id]: value } }))
                  }
                />
              )}
            </FieldRow>
          ))}
        </fieldset>
      ))}
      {!all && optional && (
        <div>
          <Button appearance="subtle" onClick={() => setAll(true)}>
            {t('fields.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

function withCompany(draft: ContactDraft, choice: CompanyChoice | null): ContactDraft {
  const { companyId: _, companyName: __, ...rest } = draft;
  return choice === null ? rest : { ...rest, companyId: choice.value, companyName: choice.label };
}
