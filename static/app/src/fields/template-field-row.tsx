import type { TemplateField } from '../contract';
import { FieldControl } from './field-control';
import type { FieldDraft } from './field-draft';
import { FieldRow } from './field-row';

interface Props {
  field: TemplateField;
  draft: FieldDraft;
  problem?: string | undefined;
  onDraft: (draft: FieldDraft) => void;
  /** What a list of options says while none is chosen. */
  placeholder?: string;
}

/** A field of a template in a form: its name, its control and its help. */
export function TemplateFieldRow({ field, draft, problem, onDraft, placeholder }: Props) {
  return (
    <FieldRow label={field.label} required={field.required} help={field.help} problem={problem}>
      {({ id, describedBy }) => (
        <FieldControl
          field={field}
          id={id}
          draft={draft}
          invalid={problem !== undefined}
          describedBy={describedBy}
          onChange={onDraft}
          placeholder={placeholder}
        />
      )}
    </FieldRow>
  );
}
