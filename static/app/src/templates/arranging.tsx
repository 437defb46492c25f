import Button from '@atlaskit/button/new';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Template } from '../contract';
import { useUnsaved } from '../state/use-unsaved';
import { t } from '../texts/t';
import { LiveRegion } from '../ui/hidden';
import layout from '../ui/layout.module.css';
import { isFields } from './arrangement';
import { ConflictNotice } from './conflict-notice';
import { useDrops } from './drag';
import { placeOfDroppedField, placeOfDroppedSection } from './drop-place';
import { isDirty, savedOptions } from './editor-state';
import { Preview } from './preview';
import { hasProblems, hasRoomForSection, mostSections, namesakes, problemsOf } from './problems';
import { RemovedFields } from './removed-fields';
import { type Outcome, SaveBar } from './save-bar';
import { SectionCard } from './section-card';
import { SyncedCard } from './synced-card';
import type { TemplateCalls } from './template-calls';
import styles from './templates.module.css';
import { useSaveTemplate } from './use-save-template';
import { useTemplateEditor } from './use-template-editor';

interface Props {
  template: Template;
  calls: TemplateCalls;
  onDirty: (dirty: boolean) => void;
}

/** One template being arranged. */
export function Arranging({ template, calls, onDirty }: Props) {
  const editing = useTemplateEditor(template);
  const saving = useSaveTemplate(editing, calls, template);
  const { state } = editing;
  const { sections, base } = state;
  const [tried, setTried] = useState(false);
  const [last, setLast] = useState<Outcome>();
  // Typing comes first where a template is long.
  const previewed = useDeferredValue(sections);
  const dirty = useMemo(() => isDirty(state), [state]);
  const problems = useMemo(() => problemsOf(sections, savedOptions(state)), [sections, state]);
  const twins = useMemo(() => namesakes(sections), [sections]);

  useUnsaved(dirty, onDirty);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every further change, what was done last is over.
  useEffect(() => {
    if (dirty) setLast(undefined);
  }, [dirty, state]);
  useDrops((dragged, target) => {
    if (dragged.kind === 'field') {
      const place = placeOfDroppedField(sections, dragged.id, target);
      if (place !== undefined) editing.moveFieldTo(dragged.id, place);
    } else {
      const index = placeOfDroppedSection(sections, dragged.id, target);
      if (index !== undefined) editing.moveSectionTo(dragged.id, index);
    }
  });

  const save = () => {
    if (!hasProblems(problems)) {
      setTried(false);
      editing.open(undefined);
      return void saving.save().then((saved) => {
        if (saved) setLast('saved');
      });
    }
    setTried(true);
    showFirstProblem();
  };
  const undo = () => {
    setLast('undone');
    editing.undo();
  };
  const showFirstProblem = () => {
    for (const section of sections.filter(isFields)) {
      if (problems.titles.has(section.id)) return editing.focus('title', section.id);
      const field = section.fields.find(({ id }) => problems.fields.has(id));
      if (field === undefined) continue;
      editing.open(field.id);
      return editing.focus('label', field.id);
    }
  };

  return (
    <div ref={editing.root}>
      {saving.theirs !== undefined && <ConflictNotice base={base} theirs={saving.theirs} saving={saving} />}
      <div className={styles.columns}>
        <div className={layout.stack}>
          <p className={layout.small}>{t(`templates.always.${base.of}`)}</p>
          {sections.map((section) =>
            isFields(section) ? (
              <SectionCard
                key={section.id}
                section={section}
                editing={editing}
                problems={problems}
                twins={twins}
                showProblems={tried}
              />
            ) : (
              <SyncedCard key={section.id} editing={editing} />
            ),
          )}
          <div>
            <Button
              data-focus="add section"
              onClick={editing.addSection}
              isDisabled={!hasRoomForSection(base.of, sections)}
            >
              {t('templates.section.add')}
            </Button>
            {!hasRoomForSection(base.of, sections) && (
              <p className={layout.small}>{t('templates.section.tooMany', { most: mostSections(base.of) })}</p>
            )}
          </div>
          <RemovedFields editing={editing} calls={calls} dirty={dirty} />
        </div>
        <Preview of={base.of} sections={previewed} />
      </div>
      <SaveBar
        dirty={dirty}
        problems={tried && hasProblems(problems)}
        saving={saving}
        onSave={save}
        onDiscard={() => {
          setTried(false);
          editing.open(undefined);
          setLast('discarded');
          saving.discard();
        }}
        onUndo={state.past.length > 0 ? undo : undefined}
        outcome={last}
      />
      <LiveRegion>{editing.announcement}</LiveRegion>
    </div>
  );
}
