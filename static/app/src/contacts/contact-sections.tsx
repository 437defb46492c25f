import type { TemplateSection } from '../contract';
import { useContactEditing } from './contact-editing';
import { ContactFieldValue } from './contact-values';
import { FieldsCard } from './fields-card';
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
          <FieldsCard key={section.id} section={section} rowOf={(field) => <ContactFieldValue field={field} />} />
        ),
      )}
    </div>
  );
}
