import type { Company, Contact, JiraUser, SkippedUser } from '../src/contract';
import { contactFields } from './templates';

/** People to look at: long names, several scripts, right to left, no email, deactivated, two accounts. */
const day = '2026-10-05T08:30:00.000Z';

export const companies: Company[] = [
  {
    id: 'co-1',
    version: 3,
    name: 'Nordlicht Optik GmbH',
    domains: ['nordlicht.example', 'nl-optik.example'],
    fields: {},
    contactCount: 12,
    createdAt: day,
    updatedAt: day,
  },
  {
    id: 'co-2',
    version: 1,
    name: 'شركة النور للتجارة',
    domains: ['alnoor.example'],
    fields: {},
    contactCount: 3,
    createdAt: day,
    updatedAt: day,
  },
  {
    id: 'co-3',
    version: 1,
    name: 'Global Intercontinental Manufacturing, Logistics and Warehousing Holdings of Northern Europe',
    domains: [],
    fields: {},
    createdAt: day,
    updatedAt: day,
  },
];

function user(accountId: string, name: string, email: string | undefined, more: Partial<JiraUser> = {}): JiraUser {
  return {
    accountId,
    accountType: accountId.startsWith('qm:') ? 'customer' : 'atlassian',
    name,
    ...(email === undefined ? {} : { email }),
    active: true,
    profileUrl: `https://site.example/people/${accountId}`,
    retrievedAt: '2026-10-05T09:12:00.000Z',
    linkedAt: '2026-09-21T07:40:00.000Z',
    ...more,
  };
}

function synced(id: string, linked: JiraUser, more: Partial<Contact> = {}): Contact {
  return {
    id,
    version: 2,
    name: linked.name,
    ...(linked.email === undefined ? {} : { email: linked.email }),
    synced: true,
    jiraUser: linked,
    locked: true,
    fields: {},
    createdAt: day,
    updatedAt: day,
    ...more,
  };
}

export const contacts: Contact[] = [
  synced('c-1', user('acc-1', 'Amara Okonkwo-Lindqvist', 'amara.okonkwo@nordlicht.example'), {
    companyId: 'co-1',
    companyName: 'Nordlicht Optik GmbH',
    nameBeforeSync: 'Amara O.',
    fields: contactFields,
    otherJiraUsers: [user('qm:site:77', 'Amara (portal)', 'amara.okonkwo@nordlicht.example', { active: false })],
  }),
  synced('c-2', user('qm:site:12', 'ليلى بنت عبد الرحمن الخطيب', 'layla@alnoor.example'), {
    companyId: 'co-2',
    companyName: 'شركة النور للتجارة',
  }),
  {
    id: 'c-3',
    version: 1,
    name: 'Bartholomew Featherstonehaugh-Cholmondeley the Younger of Saint Mary-under-the-Hill',
    email: 'bartholomew.featherstonehaugh-cholmondeley@intercontinental-manufacturing.example',
    synced: false,
    companyId: 'co-3',
    companyName: 'Global Intercontinental Manufacturing, Logistics and Warehousing Holdings of Northern Europe',
    fields: {},
    createdAt: day,
    updatedAt: day,
  },
  synced('c-4', user('acc-4', '山田 太郎', undefined, { active: false })),
  {
    id: 'c-5',
    version: 1,
    name: 'Chidi Anagonye',
    nameBeforeSync: 'Chidi A.',
    synced: false,
    fields: { 'f-phone': '+1 555 0100', 'f-removed': 'not shown' },
    createdAt: day,
    updatedAt: day,
  },
  ...[
    'Dolores Núñez',
    'Eero Mäkinen',
    'Fatima Zahra',
    'Grzegorz Brzęczyszczykiewicz',
    'Hoàng Minh Anh',
    'Ioanna Παπαδοπούλου',
    'Jun Ito',
  ].map((name, index) => synced(`c-1${index}`, user(`acc-1${index}`, name, `person${index}@corp.example`))),
];

export const skipped: SkippedUser[] = [
  { accountId: 'acc-90', name: 'Olga Петрова', reason: 'email-taken', contactId: 'c-3' },
  { accountId: 'acc-91', name: 'Quiet Person', reason: 'hidden-email' },
  { accountId: 'acc-92', name: 'דוד לוי', reason: 'excluded-domain', detail: 'corp.example' },
  { accountId: 'acc-93', reason: 'no-email' },
  { accountId: 'acc-94', name: 'Retired Colleague', reason: 'inactive' },
];
