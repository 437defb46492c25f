import { memo, useId } from 'react';
import type { TemplateField, TemplateOf } from '../contract';
import { CompanyDomains } from '../fields/company-domains';
import { SectionFieldset } from '../fields/section-fieldset';
import { TemplateFieldRow } from '../fields/template-field-row';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { type Arrangement, allFields, isFields, withoutEmpty } from './arrangement';
import styles from './preview.module.css';
import { tidyField } from './tidy';
import { nameOf, titleOf } from './use-template-editor';

/** How a record looks with the fields as they are arranged now: by the form's own controls, which cannot be used here. */
export const Preview = memo(function Preview({ of, sections }: { of: TemplateOf; sections: Arrangement }) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={styles.preview}>
      <h3 id={headingId} className={layout.h3}>
        {t('templates.preview.heading')}
      </h3>
      <fieldset disabled aria-labelledby={headingId} className={`${styles.sheet} ${styles.form}`}>
        <AlwaysThere of={of} />
        {withoutEmpty(sections).map((section) =>
          isFields(section) ? (
            <SectionFieldset key={section.id} title={titleOf(section)}>
              {section.fields.map((field) => (
                <Field key={field.id} field={field} />
              ))}
            </SectionFieldset>
          ) : (
            <SectionFieldset key={section.id} title={t('contacts.synced.heading')}>
              <p className={layout.small}>{t('templates.preview.synced')}</p>
            </SectionFieldset>
          ),
        )}
      </fieldset>
      {of === 'contact' && <OnPanel fields={allFields(sections).filter((field) => field.onPanel === true)} />}
    </section>
  );
});

function AlwaysThere({ of }: { of: TemplateOf }) {
  return (
    <>
      <Row field={{ id: 'name', kind: 'text', label: t('shared.name'), required: true }} />
      {of === 'contact' ? (
        <>
          <Row field={{ id: 'email', kind: 'email', label: t('shared.email'), required: false }} />
          <Row
            field={{ id: 'company', kind: 'choice', label: t('shared.company'), required: false }}
            placeholder={t('contacts.company.search')}
          />
        </>
      ) : (
        <CompanyDomains domains={[]} onChange={() => undefined} />
      )}
    </>
  );
}

/** Templates can be long, and with every letter that is typed only one field is another than before. */
const Field = memo(function Field({ field }: { field: TemplateField }) {
  return <Row field={{ ...tidyField(field), label: nameOf(field) }} />;
});

function Row(props: { field: TemplateField; placeholder?: string }) {
  return <TemplateFieldRow {...props} draft="" onDraft={() => undefined} />;
}

function OnPanel({ fields }: { fields: readonly TemplateField[] }) {
  return (
    <>
      <p className={layout.h3}>{t('templates.preview.panel')}</p>
      {fields.length === 0 ? (
        <p className={layout.small}>{t('templates.preview.panelNone')}</p>
      ) : (
        <dl className={`${styles.sheet} ${styles.panel}`}>
          {fields.map((field) => (
            <div key={field.id} className={styles.pair}>
              <dt dir="auto">{nameOf(field)}</dt>
              <dd aria-hidden="true">…</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
