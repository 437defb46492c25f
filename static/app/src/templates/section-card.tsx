import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useRef, useState } from 'react';
import { type FieldsSection, limits } from '../contract';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { sectionStep } from './arrangement';
import { useDraggable } from './drag';
import { DropLine } from './drop-line';
import { FieldRow } from './field-row';
import { MoveHandle } from './move-handle';
import { hasRoomForField, type Problems } from './problems';
import styles from './templates.module.css';
import { type TemplateEditing, titleOf } from './use-template-editor';

interface Props {
  section: FieldsSection;
  editing: TemplateEditing;
  problems: Problems;
  /** Fields that share their name with another. */
  twins: ReadonlySet<string>;
  showProblems: boolean;
}

/** A section: its name, its fields, and a way to add one. */
export function SectionCard({ section, editing, problems, twins, showProblems }: Props) {
  const card = useRef<HTMLElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const problemId = useId();
  const [visited, setVisited] = useState(false);
  const drag = useDraggable({ kind: 'section', id: section.id, element: card, handle });
  const { sections } = editing.state;
  const name = titleOf(section);
  const problem = problems.titles.get(section.id);
  // A text that appears when the field is left would move what is being clicked.
  const shown = showProblems ? problem : undefined;
  const room = hasRoomForField(sections);

  const step = (to: number | undefined) => (to === undefined ? undefined : () => editing.moveSectionTo(section.id, to));
  return (
    <section
      ref={card}
      aria-label={name}
      className={`${styles.section} ${drag.dragging ? styles.dragged : ''} ${drag.over ? styles.target : ''}`}
    >
      <DropLine edge={drag.edge} />
      <div className={styles.sectionHead}>
        <MoveHandle
          id={section.id}
          name={name}
          handle={handle}
          onStep={(direction) => editing.stepSection(section.id, direction)}
          moves={[
            { key: 'up', label: t('templates.move.up'), move: step(sectionStep(sections, section.id, 'up')) },
            { key: 'down', label: t('templates.move.down'), move: step(sectionStep(sections, section.id, 'down')) },
          ]}
        />
        <div className={styles.title}>
          <Textfield
            appearance="subtle"
            isCompact
            dir="auto"
            autoComplete="off"
            aria-label={t('templates.section.name')}
            aria-describedby={shown === undefined ? undefined : problemId}
            data-focus={`title ${section.id}`}
            placeholder={t('templates.section.unnamed')}
            value={section.title}
            isInvalid={problem !== undefined && (showProblems || visited)}
            onChange={(event) => editing.rename(section.id, event.currentTarget.value)}
            onBlur={() => setVisited(true)}
          />
        </div>
        <Button
          appearance="subtle"
          spacing="compact"
          aria-label={t('templates.section.remove', { name })}
          onClick={() => editing.removeSection(section)}
        >
          {t('templates.remove')}
        </Button>
      </div>
      {shown !== undefined && (
        <p id={problemId} className={layout.problem}>
          {shown === 'blank' ? t('templates.section.blank') : t('contacts.form.nameLong', { most: limits.labelLength })}
        </p>
      )}
      {section.fields.length === 0 ? (
        <p className={`${layout.small} ${styles.empty}`}>{t('templates.section.empty')}</p>
      ) : (
        <ul className={styles.fields}>
          {section.fields.map((field) => (
            <FieldRow
              key={field.id}
              field={field}
              editing={editing}
              problems={problems.fields.get(field.id)}
              twin={twins.has(field.id)}
              showProblems={showProblems}
            />
          ))}
        </ul>
      )}
      <div>
        <Button
          appearance="subtle"
          spacing="compact"
          aria-label={t('templates.field.addTo', { name })}
          data-focus={`add ${section.id}`}
          onClick={() => editing.addField(section.id)}
          isDisabled={!room}
        >
          {t('templates.field.add')}
        </Button>
        {!room && <p className={layout.small}>{t('templates.field.tooMany', { most: limits.fieldsPerTemplate })}</p>}
      </div>
    </section>
  );
}
