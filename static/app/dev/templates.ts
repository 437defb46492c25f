import type { Template } from '../src/contract';

/** Templates to look at: every kind of field, help, long labels, right to left, a field that was removed. */
export const templates: Record<'contact' | 'company', Template> = {
  contact: {
    of: 'contact',
    version: 7,
    sections: [
      {
        id: 's-1',
        kind: 'fields',
        title: 'How to reach them',
        fields: [
          { id: 'f-phone', kind: 'phone', label: 'Phone', required: true },
          { id: 'f-mail', kind: 'email', label: 'Private email', required: false },
          { id: 'f-site', kind: 'link', label: 'Website', required: false },
          {
            id: 'f-channel',
            kind: 'choice',
            label: 'Preferred way to be contacted',
            required: false,
            help: 'Ask before you change this.',
            options: [
              { id: 'mail', label: 'Email' },
              { id: 'phone', label: 'Phone' },
              { id: 'never', label: 'Never' },
            ],
          },
        ],
      },
      { id: 'synced', kind: 'synced' },
      {
        id: 's-2',
        kind: 'fields',
        title: 'الملف الشخصي',
        fields: [
          { id: 'f-role', kind: 'text', label: 'Role', required: false, help: 'As it stands on their card.' },
          { id: 'f-born', kind: 'date', label: 'Customer since', required: false },
          { id: 'f-size', kind: 'number', label: 'Licences', required: false },
          { id: 'f-vip', kind: 'yes-no', label: 'Key account', required: false },
          {
            id: 'f-topics',
            kind: 'choices',
            label: 'Topics of interest',
            required: false,
            options: ['Support', 'Pricing', 'Roadmap', 'Training for everybody in the northern warehouses'].map(
              (label, index) => ({ id: `t-${index}`, label }),
            ),
          },
          { id: 'f-notes', kind: 'long-text', label: 'Notes', required: false },
        ],
      },
    ],
    removed: [],
  },
  company: {
    of: 'company',
    version: 3,
    sections: [
      {
        id: 's-3',
        kind: 'fields',
        title: 'Contract',
        fields: [
          { id: 'f-since', kind: 'date', label: 'Customer since', required: false },
          { id: 'f-web', kind: 'link', label: 'Website', required: false },
          { id: 'f-note', kind: 'long-text', label: 'Notes', required: false },
        ],
      },
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
