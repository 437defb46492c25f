import Select from '@atlaskit/select';
import { useId } from 'react';
import type { FieldOption } from '../contract';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import styles from './fields.module.css';

interface Props {
  inputId: string;
  ariaLabel: string | undefined;
  describedBy: string | undefined;
  several: boolean;
  options: readonly FieldOption[];
  /** Ids of options. */
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  required: boolean;
  invalid: boolean;
  placeholder: string | undefined;
  autoFocus: boolean;
}

interface Option {
  value: string;
  label: string;
}

/** One or several of a list of options, found by typing. */
export default function OptionSelect({ options, chosen, several, onChange, ...props }: Props) {
  const all: Option[] = options.map(({ id, label }) => ({ value: id, label }));
  const id = useId();
  const shared = {
    inputId: props.inputId,
    ...(props.ariaLabel === undefined ? {} : { label: props.ariaLabel }),
    'aria-invalid': props.invalid,
    descriptionId: props.describedBy ?? id,
    isInvalid: props.invalid,
    isRequired: props.required,
    options: all,
    isSearchable: true,
    isClearable: !props.required,
    autoFocus: props.autoFocus,
    openMenuOnFocus: props.autoFocus,
    formatOptionLabel: (option: Option) => <bdi className={styles.option}>{option.label}</bdi>,
    placeholder: props.placeholder ?? t('fields.choose'),
    noOptionsMessage: () => t('fields.noOption'),
    // Escape closes the list of options, not the dialog around it with all that was typed.
    shouldPreventEscapePropagation: true,
    menuPosition: 'fixed' as const,
    menuPlacement: 'auto' as const,
    maxMenuHeight: 220,
  };
  return (
    <>
      <span id={id} className={layout.hidden} />
      {several ? (
        <Select<Option, true>
          {...shared}
          isMulti
          closeMenuOnSelect={false}
          value={all.filter(({ value }) => chosen.includes(value))}
          onChange={(picked) => onChange(picked.map(({ value }) => value))}
        />
      ) : (
        <Select<Option>
          {...shared}
          value={all.find(({ value }) => value === chosen[0]) ?? null}
          onChange={(picked) => onChange(picked === null ? [] : [picked.value])}
        />
      )}
    </>
  );
}
