import type { Contact, TemplateSection } from '../contract';

const synced: TemplateSection = { id: 'synced', kind: 'synced' };

/**
 * The sections that there is something to show of: those with fields, and for synced contacts the synced section, where the
 * template puts it. A template that was read before sync was turned on has none yet; it then comes last.
 */
export function shownSections(
  sections: readonly TemplateSection[],
  contact: Pick<Contact, 'synced'>,
): TemplateSection[] {
  const shown = sections.filter((section) => (section.kind === 'synced' ? contact.synced : section.fields.length > 0));
  const missing = contact.synced && !shown.some(({ kind }) => kind === 'synced');
  return missing ? [...shown, synced] : shown;
}
