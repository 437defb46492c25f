import Textfield from '@atlaskit/textfield';
import { InlineValue } from './inline-value';
import { useBase } from './use-base';
import { ValueRow } from './value-row';

interface Props<R> {
  label: string;
  record: R;
  /** Empty for no value. */
  textOf: (record: R) => string;
  /** What to say where there is no value. */
  none?: string;
  isEmail?: boolean;
  mayEdit: boolean;
  problemOf: (text: string) => string | undefined;
  /** `text`: without spaces around it; `base`: the record as it was when editing began. Answers with what is wrong. */
  save: (text: string, base: R) => Promise<string | undefined>;
}

/** A line of text that every record of the kind has, whatever the template, to be changed where it stands. */
export function TextValueRow<R>(props: Props<R>) {
  const { label, record, textOf, none, isEmail = false, mayEdit, problemOf, save } = props;
  const { base, begin } = useBase(record);
  const text = textOf(record);
  return (
    <ValueRow label={label}>
      <InlineValue<string>
        label={label}
        shown={text === '' ? undefined : <bdi>{text}</bdi>}
        {...(none === undefined ? {} : { none })}
        mayEdit={mayEdit}
        start={() => textOf(begin())}
        problemOf={problemOf}
        save={(draft) => save(draft.trim(), base())}
        control={({ id, draft, onChange, invalid, describedBy, ariaLabel }) => (
          <Textfield
            id={id}
            autoFocus
            {...(isEmail ? { type: 'email' } : {})}
            dir={isEmail ? 'ltr' : 'auto'}
            autoComplete="off"
            value={draft}
            isInvalid={invalid}
            aria-label={ariaLabel}
            aria-describedby={describedBy}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
      />
    </ValueRow>
  );
}
