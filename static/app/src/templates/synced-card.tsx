import LockIcon from '@atlaskit/icon/core/lock-locked';
import { useRef } from 'react';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { sectionStep } from './arrangement';
import { useDraggable } from './drag';
import { DropLine } from './drop-line';
import { MoveHandle } from './move-handle';
import styles from './templates.module.css';
import type { TemplateEditing } from './use-template-editor';

const id = 'synced';

/** The section that Jira fills: it can be moved, and nothing else. */
export function SyncedCard({ editing }: { editing: TemplateEditing }) {
  const card = useRef<HTMLElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const drag = useDraggable({ kind: 'section', id, element: card, handle });
  const name = t('contacts.synced.heading');
  const { sections } = editing.state;
  const step = (to: number | undefined) => (to === undefined ? undefined : () => editing.moveSectionTo(id, to));
  return (
    <section
      ref={card}
      aria-label={name}
      className={`${styles.section} ${styles.synced} ${drag.dragging ? styles.dragged : ''}`}
    >
      <DropLine edge={drag.edge} />
      <div className={styles.sectionHead}>
        <MoveHandle
          id={id}
          name={name}
          handle={handle}
          onStep={(direction) => editing.stepSection(id, direction)}
          moves={[
            { key: 'up', label: t('templates.move.up'), move: step(sectionStep(sections, id, 'up')) },
            { key: 'down', label: t('templates.move.down'), move: step(sectionStep(sections, id, 'down')) },
          ]}
        />
        <div className={styles.title}>
          <p className={layout.h3}>{name}</p>
          <p className={layout.small}>{t('templates.synced.body')}</p>
        </div>
        <LockIcon label={t('templates.synced.locked')} color="currentColor" />
      </div>
    </section>
  );
}
