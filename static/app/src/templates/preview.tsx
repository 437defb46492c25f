import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { memo, useId } from 'react';
import type { TemplateField, TemplateOf } from '../contract';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { type Arrangement, allFields, isFields } from './arrangement';
import styles from './preview.module.css';
import { nameOf, titleOf } from './use-template-editor';

/** How a record looks with the fields as they are arranged now. Nothing in it can be filled in. */
export const Preview = memo(function Preview({ of, sections }: { of: TemplateOf; sections: Arrangement }) {
  const headingId = useId();
  const onPanel = allFields(sections).filter((field) => field.onPanel === true);
  return (
    <section aria-labelledby={headingId} className={styles.preview}>
      <h3 id={headingId} className={layout.h3}>
        {t('templates.preview.heading')}
      </h3>
      <div className={styles.sheet}>
        <div className={styles.section}>
          <Line label={t('shared.name')} required />
          {of === 'contact' ? (
            <>
              <Line label={t('shared.email')} />
              <Line label={t('shared.company')} />
            </>
          ) : (
            <Line label={t('contacts.company.domains')} />
          )}
        </div>
        {sections.map((section) =>
          isFields(section) ? (
            <div key={section.id} className={styles.section}>
              <p dir="auto" className={styles.title}>
                {titleOf(section)}
              </p>
              {section.fields.map((field) => (
                <Field key={field.id} field={field} />
              ))}
            </div>
          ) : (
            <div key={section.id} className={styles.section}>
              <p className={styles.title}>{t('contacts.synced.heading')}</p>
              <p className={layout.small}>{t('templates.preview.synced')}</p>
            </div>
          ),
        )}
      </div>
      {of === 'contact' && (
        <>
          <p className={styles.title}>{t('templates.preview.panel')}</p>
          {onPanel.length === 0 ? (
            <p className={layout.small}>{t('templates.preview.panelNone')}</p>
          ) : (
            <dl className={`${styles.sheet} ${styles.panel}`}>
              {onPanel.map((field) => (
                <div key={field.id} className={styles.pair}>
                  <dt dir="auto">{nameOf(field)}</dt>
                  <dd aria-hidden="true">…</dd>
                </div>
              ))}
            </dl>
          )}
        </>
      )}
    </section>
  );
});

function Line({ label, required = false }: { label: string; required?: boolean }) {
  return (
    <div>
      <Label text={label} required={required} />
      <div aria-hidden="true" className={styles.box} />
    </div>
  );
}

function Label({ text, required }: { text: string; required: boolean }) {
  return (
    <p dir="auto" className={styles.label}>
      {text}
      {required && (
        <span className={styles.star} title={t('templates.field.required')}>
          *
        </span>
      )}
    </p>
  );
}

function Field({ field }: { field: TemplateField }) {
  return (
    <div>
      <Label text={nameOf(field)} required={field.required} />
      <Box field={field} />
      {field.help !== undefined && field.help.trim() !== '' && (
        <p dir="auto" className={layout.small}>
          {field.help}
        </p>
      )}
    </div>
  );
}

const mostShown = 4;

function Box({ field }: { field: TemplateField }) {
  const options = (field.options ?? []).filter(({ label }) => label.trim() !== '');
  switch (field.kind) {
    case 'yes-no':
      return (
        <p className={styles.tick}>
          <span aria-hidden="true" className={styles.square} /> {t('fields.yes')}
        </p>
      );
    case 'choices':
      return (
        <>
          {options.slice(0, mostShown).map(({ id, label }) => (
            <p key={id} dir="auto" className={styles.tick}>
              <span aria-hidden="true" className={styles.square} /> {label}
            </p>
          ))}
          {options.length > mostShown && (
            <p className={layout.small}>{t('templates.preview.more', { count: options.length - mostShown })}</p>
          )}
        </>
      );
    case 'choice':
      return (
        <p dir="auto" className={`${styles.box} ${styles.select}`}>
          <span className={styles.first}>{options[0]?.label}</span>
          <ChevronDownIcon label="" />
        </p>
      );
    case 'long-text':
      return <div aria-hidden="true" className={`${styles.box} ${styles.tall}`} />;
    default:
      return <p className={styles.box}>{t(`templates.preview.like.${field.kind}`)}</p>;
  }
}
