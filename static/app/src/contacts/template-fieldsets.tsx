import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { FieldsSection, TemplateSection } from '../contract';
import { FieldControl } from '../fields/field-control';
import type { FieldDraft } from '../fields/field-draft';
import { FieldRow } from '../fields/field-row';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import styles from './contact-page.module.css';

interface Props {
  sections: readonly TemplateSection[];
  /** By field id. */
  drafts: Readonly<Record<string, FieldDraft>>;
  problems: Readonly<Record<string, string>>;
  isNew: boolean;
  onDraft: (fieldId: string, draft: FieldDraft) => void;
}

/** The fields of a template in a form. For a new record only those that are required; the rest on demand. */
export function TemplateFieldsets({ sections, drafts, problems, isNew, onDraft }: Props) {
  const [all, setAll] = useState(!isNew);
  const withFields = sections.filter((section): section is FieldsSection => section.kind === 'fields');
  const shown = withFields
    .map((section) => ({ ...section, fields: section.fields.filter((field) => all || field.required) }))
    .filter(({ fields }) => fields.length > 0);
  const optional = withFields.some(({ fields }) => fields.some(({ required }) => !required));
  return (
    <>
      {shown.map((section) => (
        <fieldset key={section.id} className={layout.stack}>
          <legend className={styles.legend} dir="auto">
            {section.title}
          </legend>
          {section.fields.map((field) => (
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
                  draft={drafts[field.id] ?? ''}
                  invalid={problems[field.id] !== undefined}
                  describedBy={describedBy}
                  onChange={(draft) => onDraft(field.id, draft)}
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
    </>
  );
}
