import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { type FieldOption, limits } from '../contract';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { newId } from './new-id';
import { movedOption, pastedOptions } from './options';
import type { FieldProblems } from './problems';
import styles from './templates.module.css';

interface Props {
  options: readonly FieldOption[];
  /** The ids of options that records may have. */
  saved: ReadonlySet<string>;
  problems: FieldProblems | undefined;
  onChange: (options: FieldOption[], part: string) => void;
}

/** What can be chosen. Enter goes on to the next, Alt with the arrow keys moves one, and a list may be pasted. */
export function OptionsEditor({ options, saved, problems, onChange }: Props) {
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<number>();
  const room = options.length < limits.optionsPerField;

  useEffect(() => {
    if (wanted.current === undefined) return;
    list.current?.querySelectorAll('input')[wanted.current]?.focus();
    wanted.current = undefined;
  });

  const add = (index: number) => {
    if (!room) return;
    onChange([...options].toSpliced(index, 0, { id: newId(), label: '' }), 'options');
    wanted.current = index;
  };
  const remove = (index: number) => {
    onChange([...options].toSpliced(index, 1), 'options');
    wanted.current = Math.max(0, Math.min(index, options.length - 2));
  };
  const move = (index: number, by: number) => {
    const next = movedOption(options, index, index + by);
    if (next === undefined) return;
    onChange(next, 'options');
    wanted.current = index + by;
  };
  const onKey = (event: KeyboardEvent, index: number) => {
    if (event.key === 'Enter') {
      if (options[index + 1]?.label.trim() === '') list.current?.querySelectorAll('input')[index + 1]?.focus();
      else add(index + 1);
    } else if (event.altKey && event.key === 'ArrowUp') move(index, -1);
    else if (event.altKey && event.key === 'ArrowDown') move(index, 1);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent, index: number) => {
    const next = pastedOptions(options, index, event.clipboardData.getData('text'), limits.optionsPerField, newId);
    if (next === undefined) return;
    event.preventDefault();
    onChange(next, 'options');
  };

  return (
    <fieldset aria-describedby={`${id}-help`}>
      <legend className={styles.legend}>{t('templates.options.legend')}</legend>
      <p id={`${id}-help`} className={layout.small}>
        {t('templates.options.help')}
      </p>
      <ol ref={list} className={styles.options}>
        {options.map((option, index) => (
          <li key={option.id}>
            <OptionLine
              option={option}
              number={index + 1}
              problem={problems?.option.get(option.id)}
              onKey={(event) => onKey(event, index)}
              onPaste={(event) => onPaste(event, index)}
              onChange={(label) => {
                onChange(
                  options.map((one) => (one.id === option.id ? { ...one, label } : one)),
                  `option ${option.id}`,
                );
              }}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      {problems?.options !== undefined && (
        <p role="alert" className={layout.problem}>
          {t('templates.options.none')}
        </p>
      )}
      <Button appearance="subtle" spacing="compact" onClick={() => add(options.length)} isDisabled={!room}>
        {t('templates.options.add')}
      </Button>
      {!room && <p className={layout.small}>{t('templates.options.tooMany', { most: limits.optionsPerField })}</p>}
      {options.some((option) => saved.has(option.id)) && (
        <p className={layout.small}>{t('templates.options.savedNote')}</p>
      )}
    </fieldset>
  );
}

interface LineProps {
  option: FieldOption;
  number: number;
  problem: 'blank' | 'long' | 'twice' | undefined;
  onKey: (event: KeyboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
  onChange: (label: string) => void;
  onRemove: () => void;
}

function OptionLine({ option, number, problem, onKey, onPaste, onChange, onRemove }: LineProps) {
  const id = useId();
  return (
    <>
      <div className={styles.option}>
        <div className={styles.title}>
          <Textfield
            isCompact
            dir="auto"
            autoComplete="off"
            aria-label={t('templates.options.number', { number })}
            aria-describedby={problem === undefined ? undefined : id}
            value={option.label}
            isInvalid={problem !== undefined}
            onChange={(event) => onChange(event.currentTarget.value)}
            onKeyDown={onKey}
            onPaste={onPaste}
          />
        </div>
        <Button
          appearance="subtle"
          spacing="compact"
          aria-label={t('templates.field.removeNamed', {
            name: option.label.trim() === '' ? t('templates.options.number', { number }) : option.label,
          })}
          onClick={onRemove}
        >
          {t('templates.remove')}
        </Button>
      </div>
      {problem !== undefined && (
        <p id={id} className={layout.problem}>
          {problem === 'long'
            ? t('contacts.form.nameLong', { most: limits.labelLength })
            : t(`templates.options.${problem}`)}
        </p>
      )}
    </>
  );
}
