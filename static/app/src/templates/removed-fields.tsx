import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import type { TemplateField } from '../contract';
import { useFormats } from '../page-provider';
import { queryKeys } from '../state/query-keys';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { type FieldLeftOut, leftOut } from './editor-state';
import { EmptyDialog } from './empty-dialog';
import { hasRoomForField } from './problems';
import type { TemplateCalls } from './template-calls';
import styles from './templates.module.css';
import { nameOf, type TemplateEditing } from './use-template-editor';

interface Props {
  editing: TemplateEditing;
  calls: TemplateCalls;
  dirty: boolean;
}

/** Fields that are not in the template any more, whose values wait to come back or to be emptied. */
export function RemovedFields({ editing, calls, dirty }: Props) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const client = useQueryClient();
  const [asked, setAsked] = useState<TemplateField>();
  const fields = leftOut(editing.state);
  const { of } = editing.state.base;
  if (fields.length === 0) return null;
  return (
    <section aria-labelledby={headingId} className={styles.removed}>
      <h3 id={headingId} ref={heading} tabIndex={-1} className={`${layout.h3} ${styles.focusable}`}>
        {t('templates.removed.heading')}
      </h3>
      <p className={layout.small}>{t('templates.removed.lead')}</p>
      <ul className={styles.fields}>
        {fields.map((one) => (
          <li key={one.field.id} className={styles.row}>
            <div className={styles.rowHead}>
              <div className={styles.label}>
                <span dir="auto" className={styles.name}>
                  {nameOf(one.field)}
                </span>
                <Since left={one} />
              </div>
              {one.saved?.emptying === undefined && (
                <div className={styles.rowActions}>
                  <Button
                    appearance="subtle"
                    spacing="compact"
                    aria-label={t('templates.removed.putBackNamed', { name: nameOf(one.field) })}
                    isDisabled={!hasRoomForField(editing.state.sections)}
                    onClick={() => editing.putBack(one.field)}
                  >
                    {t('templates.removed.putBack')}
                  </Button>
                  {one.saved !== undefined && (
                    <Button
                      appearance="subtle"
                      spacing="compact"
                      aria-label={t('templates.removed.emptyNamed', { name: nameOf(one.field) })}
                      onClick={() => setAsked(one.field)}
                    >
                      {t('templates.removed.empty')}
                    </Button>
                  )}
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      <ModalTransition>
        {asked !== undefined && (
          <EmptyDialog
            of={of}
            name={nameOf(asked)}
            dirty={dirty}
            empty={async () => {
              client.setQueryData(queryKeys.template(of), await calls.emptyRemovedField({ of, fieldId: asked.id }));
            }}
            onEmptying={() => {
              editing.announce(t('templates.removed.begun', { name: nameOf(asked) }));
              setAsked(undefined);
              // The button that opened the dialog is gone.
              window.setTimeout(() => heading.current?.focus(), 0);
            }}
            onClose={() => setAsked(undefined)}
          />
        )}
      </ModalTransition>
    </section>
  );
}

function Since({ left: { saved } }: { left: FieldLeftOut }) {
  const formats = useFormats();
  const text =
    saved === undefined
      ? t('templates.removed.withSave')
      : saved.emptying !== undefined
        ? t('templates.removed.emptying', { count: saved.emptying.done })
        : t('templates.removed.since', { date: formats.date(saved.removedAt) });
  return (
    <span role="status" className={layout.small}>
      {text}
    </span>
  );
}
