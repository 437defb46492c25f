import Textfield from '@atlaskit/textfield';
import { type ReactNode, useId, useState } from 'react';
import { type FieldKind, fieldKinds, limits, type TemplateField } from '../contract';
import { t } from '../texts/t';
import { Choice } from '../ui/choice';
import layout from '../ui/layout.module.css';
import { isSavedField, savedOptions } from './editor-state';
import { newId } from './new-id';
import { OptionsEditor } from './options-editor';
import type { FieldProblems } from './problems';
import styles from './templates.module.css';
import { hasOptions } from './tidy';
import { nameOf, type TemplateEditing } from './use-template-editor';

interface Props {
  id: string;
  field: TemplateField;
  editing: TemplateEditing;
  problems: FieldProblems | undefined;
  twin: boolean;
  showAll: boolean;
}

/** The details of a field. What is typed counts at once; Escape closes. */
export function FieldForm({ id, field, editing, problems, twin, showAll }: Props) {
  const [visited, setVisited] = useState(false);
  const { changeField, state } = editing;
  const shown = visited || showAll ? problems : undefined;
  const fixed = isSavedField(state, field.id);

  const close = () => {
    editing.open(undefined);
    editing.focus('edit', field.id);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by the field's own name.
    <div
      id={id}
      role="group"
      aria-label={nameOf(field)}
      className={styles.form}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <Labelled
        label={t('templates.field.label')}
        problem={
          shown?.label === 'blank'
            ? t('templates.field.blank')
            : shown?.label === 'long'
              ? t('contacts.form.nameLong', { most: limits.labelLength })
              : undefined
        }
        note={twin ? t('templates.field.twin') : undefined}
      >
        {(control) => (
          <Textfield
            {...control}
            dir="auto"
            autoComplete="off"
            data-focus={`label ${field.id}`}
            value={field.label}
            onChange={(event) => changeField({ ...field, label: event.currentTarget.value }, 'label')}
            onBlur={() => setVisited(true)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              close();
            }}
          />
        )}
      </Labelled>
      <Kinds field={field} fixed={fixed} onChange={(kind) => changeField(ofKind(field, kind), 'kind')} />
      {hasOptions(field.kind) && (
        <OptionsEditor
          options={field.options ?? []}
          saved={savedOptions(state)}
          problems={shown}
          onChange={(options, part) => changeField({ ...field, options }, part)}
        />
      )}
      <Labelled
        label={t('templates.field.help')}
        problem={problems?.help === 'long' ? t('templates.field.helpLong', { most: limits.helpLength }) : undefined}
        note={t('templates.field.helpHelp')}
      >
        {(control) => (
          <Textfield
            {...control}
            dir="auto"
            autoComplete="off"
            value={field.help ?? ''}
            onChange={(event) => changeField({ ...field, help: event.currentTarget.value }, 'help')}
          />
        )}
      </Labelled>
      <Choice
        kind="checkbox"
        name={`required-${field.id}`}
        label={t('templates.field.required')}
        help={t('templates.field.requiredHelp')}
        checked={field.required}
        onChange={(required) => changeField({ ...field, required }, 'required')}
      />
      {state.base.of === 'contact' && (
        <Choice
          kind="checkbox"
          name={`panel-${field.id}`}
          label={t('templates.field.onPanel')}
          help={t('templates.field.onPanelHelp')}
          checked={field.onPanel === true}
          onChange={(onPanel) => changeField({ ...field, onPanel }, 'onPanel')}
        />
      )}
    </div>
  );
}

/** A field that becomes a choice needs options to begin with. */
function ofKind(field: TemplateField, kind: FieldKind): TemplateField {
  if (!hasOptions(kind) || (field.options?.length ?? 0) > 0) return { ...field, kind };
  return {
    ...field,
    kind,
    options: [
      { id: newId(), label: '' },
      { id: newId(), label: '' },
    ],
  };
}

function Kinds({
  field,
  fixed,
  onChange,
}: {
  field: TemplateField;
  fixed: boolean;
  onChange: (kind: FieldKind) => void;
}) {
  const id = useId();
  if (fixed) {
    return (
      <p>
        {t('templates.field.kindIs', { kind: t(`templates.kinds.${field.kind}.name`) })}{' '}
        <span className={layout.small}>{t('templates.field.kindFixed')}</span>
      </p>
    );
  }
  return (
    <fieldset aria-describedby={`${id}-help`}>
      <legend className={styles.legend}>{t('templates.field.kind')}</legend>
      <div className={styles.kinds}>
        {fieldKinds.map((kind) => (
          <label key={kind} className={styles.kind}>
            <input type="radio" name={id} checked={field.kind === kind} onChange={() => onChange(kind)} />
            {t(`templates.kinds.${kind}.name`)}
          </label>
        ))}
      </div>
      <p id={`${id}-help`} aria-live="polite" className={layout.small}>
        {t(`templates.kinds.${field.kind}.help`)}
      </p>
    </fieldset>
  );
}

interface Control {
  id: string;
  isInvalid: boolean;
  'aria-describedby': string;
}

interface LabelledProps {
  label: string;
  problem: string | undefined;
  note: string | undefined;
  children: (control: Control) => ReactNode;
}

function Labelled({ label, problem, note, children }: LabelledProps) {
  const id = useId();
  return (
    <div className={styles.control}>
      <label htmlFor={id} className={styles.legend}>
        {label}
      </label>
      {children({ id, isInvalid: problem !== undefined, 'aria-describedby': `${id}-note` })}
      <p id={`${id}-note`} className={`${styles.note} ${problem === undefined ? layout.small : layout.problem}`}>
        {problem ?? note}
      </p>
    </div>
  );
}
