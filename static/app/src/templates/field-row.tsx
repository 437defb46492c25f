import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef } from 'react';
import type { TemplateField } from '../contract';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Tag } from '../ui/tag';
import { fieldStep, fieldsSections, placeOfField } from './arrangement';
import { useDraggable } from './drag';
import { DropLine } from './drop-line';
import { FieldForm } from './field-form';
import { type Move, MoveHandle } from './move-handle';
import type { FieldProblems } from './problems';
import styles from './templates.module.css';
import { nameOf, type TemplateEditing, titleOf } from './use-template-editor';

interface Props {
  field: TemplateField;
  editing: TemplateEditing;
  problems: FieldProblems | undefined;
  /** Another field has this name too. */
  twin: boolean;
  showProblems: boolean;
}

/** A field in the arrangement: one line, or its details to be changed. */
export function FieldRow({ field, editing, problems, twin, showProblems }: Props) {
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const formId = useId();
  const drag = useDraggable({ kind: 'field', id: field.id, element: row, handle });
  const name = nameOf(field);
  const isOpen = editing.openField === field.id;
  const visited = useRef(false);
  useEffect(() => {
    if (!isOpen) return undefined;
    return () => {
      visited.current = true;
    };
  }, [isOpen]);

  return (
    <li ref={row} className={`${styles.row} ${drag.dragging ? styles.dragged : ''} ${isOpen ? styles.openRow : ''}`}>
      <DropLine edge={drag.edge} />
      <div className={styles.rowHead}>
        <MoveHandle
          id={field.id}
          name={name}
          handle={handle}
          moves={movesOf(field, editing)}
          onStep={(direction) => editing.stepField(field.id, direction)}
        />
        <div className={styles.label}>
          <span dir="auto" className={field.label.trim() === '' ? styles.unnamed : styles.name}>
            {name}
          </span>
          <span className={layout.small}>{t(`templates.kinds.${field.kind}.name`)}</span>
          {field.required && <Tag>{t('templates.field.required')}</Tag>}
          {field.onPanel === true && <Tag look="information">{t('templates.field.onPanelTag')}</Tag>}
          {!isOpen && problems !== undefined && (showProblems || visited.current) && (
            <Tag look="danger">{t('templates.field.incomplete')}</Tag>
          )}
        </div>
        <div className={styles.rowActions}>
          <Button
            appearance="subtle"
            spacing="compact"
            aria-label={t(isOpen ? 'templates.field.closeNamed' : 'templates.field.editNamed', { name })}
            aria-expanded={isOpen}
            aria-controls={isOpen ? formId : undefined}
            data-focus={`edit ${field.id}`}
            onClick={() => {
              editing.open(isOpen ? undefined : field.id);
              if (!isOpen) editing.focus('label', field.id);
            }}
          >
            {isOpen ? t('templates.field.close') : t('templates.field.edit')}
          </Button>
          <Button
            appearance="subtle"
            spacing="compact"
            aria-label={t('templates.field.removeNamed', { name })}
            onClick={() => editing.removeField(field)}
          >
            {t('templates.remove')}
          </Button>
        </div>
      </div>
      {isOpen && (
        <FieldForm id={formId} field={field} editing={editing} problems={problems} twin={twin} showAll={showProblems} />
      )}
    </li>
  );
}

function movesOf({ id }: TemplateField, { state, moveFieldTo }: TemplateEditing): Move[] {
  const { sections } = state;
  const home = placeOfField(sections, id)?.sectionId;
  const up = fieldStep(sections, id, 'up');
  const down = fieldStep(sections, id, 'down');
  return [
    { key: 'up', label: t('templates.move.up'), move: up === undefined ? undefined : () => moveFieldTo(id, up) },
    {
      key: 'down',
      label: t('templates.move.down'),
      move: down === undefined ? undefined : () => moveFieldTo(id, down),
    },
    ...fieldsSections(sections)
      .filter((section) => section.id !== home)
      .map((section) => ({
        key: section.id,
        label: t('templates.move.into', { name: titleOf(section) }),
        move: () => moveFieldTo(id, { sectionId: section.id, index: section.fields.length }),
      })),
  ];
}
