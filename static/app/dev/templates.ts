import type { FieldKind, FieldOption, FieldsSection, Template, TemplateField } from '../src/contract';

/** A field that nobody has to fill in, unless `more` says so. */
export function field(
  kind: FieldKind,
  id: string,
  label: string,
  more: Partial<Pick<TemplateField, 'required' | 'help' | 'options'>> = {},
): TemplateField {
  return { id, kind, label, required: false, ...more };
}

function section(id: string, title: string, fields: TemplateField[]): FieldsSection {
  return { id, kind: 'fields', title, fields };
}

function option(id: string, label: string): FieldOption {
  return { id, label };
}

/** Templates to look at: every kind of field, help, long labels, right to left, a section without fields. */
export const templates: Record<'contact' | 'company', Template> = {
  contact: {
    of: 'contact',
    version: 7,
    sections: [
      section('s-1', 'How to reach them', [
        field('phone', 'f-phone', 'Phone', { required: true }),
        field('email', 'f-mail', 'Private email'),
        field('link', 'f-site', 'Website'),
        field('choice', 'f-channel', 'Preferred way to be contacted', {
          help: 'Ask before you change this.',
          options: [option('mail', 'Email'), option('phone', 'Phone'), option('never', 'Never')],
        }),
      ]),
      { id: 'synced', kind: 'synced' },
      section('s-2', 'الملف الشخصي', [
        field('text', 'f-role', 'Role', { help: 'As it stands on their card.' }),
        field('date', 'f-born', 'Customer since'),
        field('number', 'f-size', 'Licences'),
        field('yes-no', 'f-vip', 'Key account'),
        field('choices', 'f-topics', 'Topics of interest', {
          options: [
            option('t-0', 'Support'),
            option('t-1', 'Pricing'),
            option('t-2', 'Roadmap'),
            option('t-3', 'Training for everybody in the northern warehouses'),
          ],
        }),
        field('long-text', 'f-notes', 'Notes'),
      ]),
      section('details', 'Details', []),
    ],
    removed: [],
  },
  company: {
    of: 'company',
    version: 3,
    sections: [
      section('s-3', 'Contract', [
        field('date', 'f-since', 'Customer since'),
        field('link', 'f-web', 'Website'),
        field('long-text', 'f-note', 'Notes'),
      ]),
    ],
    removed: [],
  },
};

/** Values for the template of contacts. */
export const contactFields = {
  'f-phone': '+49 30 1234-567',
  'f-site': 'https://www.nordlicht.example/people/amara-okonkwo-lindqvist?from=crm',
  'f-channel': 'phone',
  'f-role': 'Head of Optics',
  'f-born': '2021-03-08',
  'f-size': 1250.5,
  'f-vip': true,
  'f-topics': ['t-0', 't-3'],
  'f-notes': 'Prefers calls in the morning.\nSpeaks German, English and Yoruba.\n\nتتحدث العربية أيضا.',
};
