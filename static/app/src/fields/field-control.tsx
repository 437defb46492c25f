import Textfield from '@atlaskit/textfield';
import { lazy, Suspense } from 'react';
import type { FieldKind, TemplateField } from '../contract';
import { t } from '../texts/t';
import { type FieldDraft, longest } from './field-draft';
import styles from './fields.module.css';

const OptionSelect = lazy(() => import('./option-select'));

interface Props {
  field: TemplateField;
  id: string;
  draft: FieldDraft;
  onChange: (draft: FieldDraft) => void;
  invalid?: boolean;
  describedBy?: string | undefined;
  /** Where no label element names the control. */
  ariaLabel?: string;
  /** What a list of options says while none is chosen. */
  placeholder?: string | undefined;
  /** Takes the focus when it appears, and shows its options. */
  autoFocus?: boolean;
}

/** The control in which a value of this kind of field is written or chosen. */
export function FieldControl({
  field,
  id,
  draft,
  onChange,
  invalid = false,
  describedBy,
  ariaLabel,
  placeholder,
  autoFocus,
}: Props) {
  const { kind } = field;
  const shared = {
    id,
    'aria-label': ariaLabel,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    'aria-required': field.required,
    // The person has just asked to write here.
    autoFocus: autoFocus === true,
  };
  if (kind === 'yes-no' || kind === 'choice' || kind === 'choices') {
    return (
      <Suspense fallback={<div className={styles.placeholder} />}>
        <OptionSelect
          inputId={id}
          ariaLabel={ariaLabel}
          describedBy={describedBy}
          several={kind === 'choices'}
          options={kind === 'yes-no' ? yesAndNo() : (field.options ?? [])}
          chosen={Array.isArray(draft) ? draft : draft === '' ? [] : [draft]}
          onChange={(ids) => onChange(kind === 'choices' ? ids : (ids[0] ?? ''))}
          required={field.required}
          invalid={invalid}
          placeholder={placeholder}
          autoFocus={autoFocus === true}
        />
      </Suspense>
    );
  }
  const text = Array.isArray(draft) ? '' : draft;
  if (kind === 'long-text') {
    return (
      <textarea
        {...shared}
        className={styles.text}
        dir="auto"
        value={text}
        maxLength={longest(field)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <Textfield
      {...shared}
      {...controls[kind]}
      autoComplete="off"
      isInvalid={invalid}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

type TextKind = Exclude<FieldKind, 'yes-no' | 'choice' | 'choices' | 'long-text'>;

const controls: Record<TextKind, { type?: string; dir: 'auto' | 'ltr'; inputMode?: 'decimal'; placeholder?: string }> =
  {
    text: { dir: 'auto' },
    number: { dir: 'ltr', inputMode: 'decimal' },
    date: { type: 'date', dir: 'ltr' },
    email: { type: 'email', dir: 'ltr' },
    phone: { type: 'tel', dir: 'ltr' },
    link: { type: 'url', dir: 'ltr', placeholder: 'https://' },
  };

function yesAndNo() {
  return [
    { id: 'yes', label: t('fields.yes') },
    { id: 'no', label: t('fields.no') },
  ];
}
