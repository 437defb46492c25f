import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { FieldsSection, TemplateSection } from '../contract';
import type { FieldDraft } from '../fields/field-draft';
import { SectionFieldset } from '../fields/section-fieldset';
import { TemplateFieldRow } from '../fields/template-field-row';
import { t } from '../texts/t';

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
        <SectionFieldset key={section.id} title={section.title}>
          {section.fields.map((field) => (
            <TemplateFieldRow
              key={field.id}
              field={field}
              draft={drafts[field.id] ?? ''}
              problem={problems[field.id]}
              onDraft={(draft) => onDraft(field.id, draft)}
            />
          ))}
        </SectionFieldset>
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
