import { Fragment, type ReactNode, useId } from 'react';
import type { FieldsSection, TemplateField } from '../contract';
import layout from '../ui/layout.module.css';
import styles from './contact-page.module.css';

interface Props {
  section: FieldsSection;
  /** A field, with its value in the record. */
  rowOf: (field: TemplateField) => ReactNode;
}

/** A section of the template, with the values of a record. */
export function FieldsCard({ section, rowOf }: Props) {
  const headingId = useId();
  return (
    <section className={layout.card} aria-labelledby={headingId}>
      <div className={layout.stack}>
        <h2 className={layout.h2} id={headingId}>
          <bdi>{section.title}</bdi>
        </h2>
        <dl className={styles.values}>
          {section.fields.map((field) => (
            <Fragment key={field.id}>{rowOf(field)}</Fragment>
          ))}
        </dl>
      </div>
    </section>
  );
}
