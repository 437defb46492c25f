import type { FieldValue, TemplateField } from '../contract';
import { FieldControl } from '../fields/field-control';
import { draftOfValue, type FieldDraft, fieldProblem, valueOfDraft } from '../fields/field-draft';
import { isReadable, problemText } from '../fields/field-text';
import { FieldView } from '../fields/field-view';
import { InlineValue } from './inline-value';
import { useBase } from './use-base';
import { ValueRow } from './value-row';

interface Props<R> {
  field: TemplateField;
  /** The record as it is now, and where its fields are. */
  record: R & { fields: Record<string, FieldValue> };
  mayEdit: boolean;
  /** `base`: the record as it was when editing began. Answers with what is wrong. */
  save: (value: FieldValue | null, base: R) => Promise<string | undefined>;
}

/** A field of the template, with its value in a record, to be changed where it stands. */
export function TemplateValueRow<R>({ field, record, mayEdit, save }: Props<R>) {
  const { base, begin } = useBase(record);
  const value = record.fields[field.id];
  const choosing = field.kind === 'choice' || field.kind === 'yes-no';
  const problemOf = (draft: FieldDraft) => {
    const problem = fieldProblem(field, draft);
    return problem === undefined ? undefined : problemText(field, problem);
  };
  return (
    <ValueRow label={field.label} wide={field.kind === 'long-text'}>
      <InlineValue<FieldDraft>
        label={field.label}
        shown={value !== undefined && isReadable(field, value) ? <FieldView field={field} value={value} /> : undefined}
        withLink={field.kind === 'link'}
        manyLines={field.kind === 'long-text'}
        mayEdit={mayEdit}
        help={field.help}
        start={() => draftOfValue(field, begin().fields[field.id])}
        problemOf={problemOf}
        save={(draft) => save(valueOfDraft(field, draft), base())}
        control={({ id, draft, onChange, onChoose, invalid, describedBy, ariaLabel }) => (
          <FieldControl
            field={field}
            id={id}
            draft={draft}
            onChange={choosing ? onChoose : onChange}
            invalid={invalid}
            describedBy={describedBy}
            ariaLabel={ariaLabel}
            autoFocus
          />
        )}
      />
    </ValueRow>
  );
}
