import { useId } from 'react';
import type { FieldsSection, TemplateSection } from '../contract';
import layout from '../ui/layout.module.css';
import { useContactEditing } from './contact-editing';
import styles from './contact-page.module.css';
import { TemplateValue } from './contact-values';
import { SyncedSection } from './synced-section';

/** The sections of the template in its order, without those that have nothing to show. */
export function ContactSections({ sections }: { sections: readonly TemplateSection[] }) {
  const { contact } = useContactEditing();
  return (
    <div>
      {sections.map((section) =>
        section.kind === 'synced' ? (
          <SyncedSection key={section.id} contact={contact} />
        ) : (
          <FieldsCard key={section.id} section={section} />
        ),
      )}
    </div>
  );
}

function FieldsCard({ section }: { section: FieldsSection }) {
  const headingId = useId();
  return (
    <section className={layout.card} aria-labelledby={headingId}>
      <div className={layout.stack}>
        <h2 className={layout.h2} id={headingId}>
          <bdi>{section.title}</bdi>
        </h2>
        <dl className={styles.values}>
          {section.fields.map((field) => (
            <TemplateValue key={field.id} field={field} />
          ))}
        </dl>
      </div>
    </section>
  );
}
