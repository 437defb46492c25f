import type { IssueContact, IssueSummary, Result, Template } from '../src/contract';
import { companies, contacts } from './people';
import { templates } from './templates';

export interface IssueScene {
  empty?: boolean;
  /** Whose issue it is; with everything, found by sync, unless said. */
  issue?: 'none' | 'manual' | 'long' | 'no-company' | 'read-only' | 'no-reporter' | 'deactivated' | undefined;
}

const ok = <T>(value: T): Result<T> => ({ ok: true, value });

const panelFields = fieldsOf(templates.contact).filter(({ id }) =>
  ['f-phone', 'f-site', 'f-channel', 'f-role', 'f-vip', 'f-topics', 'f-notes'].includes(id),
);

function fieldsOf({ sections }: Template) {
  return sections.flatMap((section) => (section.kind === 'fields' ? section.fields : []));
}

function shown({ issue }: IssueScene): IssueContact {
  const reporter = { accountId: 'acc-1', name: 'Amara Okonkwo-Lindqvist', email: 'amara.okonkwo@nordlicht.example' };
  const base = { issueKey: 'HELP-7', reporter, panelFields, mayEdit: true };
  const [amara, layla, bartholomew, yamada] = contacts;
  const [nordlicht, alnoor, intercontinental] = companies;
  const found = { ...base, chosen: 'reporter' as const, contactBecause: 'account' as const };
  switch (issue) {
    case 'none':
      return { ...base, chosen: 'none' };
    case 'no-reporter':
      return { issueKey: 'HELP-7', panelFields, mayEdit: true, chosen: 'none' };
    case 'manual':
      return {
        ...base,
        chosen: 'manual',
        contactBecause: 'manual',
        companyBecause: 'manual',
        ...(layla === undefined ? {} : { contact: layla }),
        ...(alnoor === undefined ? {} : { company: alnoor }),
      };
    case 'long':
      return {
        ...found,
        contactBecause: 'email',
        companyBecause: 'domain',
        ...(bartholomew === undefined ? {} : { contact: bartholomew }),
        ...(intercontinental === undefined ? {} : { company: intercontinental }),
      };
    case 'deactivated':
      return { ...found, ...(yamada === undefined ? {} : { contact: yamada }) };
    case 'no-company':
      return { ...found, companyBecause: 'none', ...(amara === undefined ? {} : { contact: amara }) };
    default:
      return {
        ...found,
        companyBecause: 'contact',
        mayEdit: issue !== 'read-only',
        ...(amara === undefined ? {} : { contact: amara }),
        ...(nordlicht === undefined ? {} : { company: nordlicht }),
      };
  }
}

function issue(key: string, summary: string, status: string, statusCategory: IssueSummary['statusCategory']) {
  return { key, summary, status, statusCategory, updatedAt: '2026-10-05T08:30:00.000Z' };
}

const issues: IssueSummary[] = [
  issue('HELP-31', 'The invoice PDF shows the wrong address', 'Done', 'done'),
  issue('HELP-28', 'Export stops at 10,000 rows whenever somebody filters by more than three columns', 'Open', 'new'),
  issue('HELP-27', 'الفاتورة الأخيرة تظهر عنوانا خاطئا', 'Waiting for customer', 'indeterminate'),
  issue('LOGISTICS-10422', 'Two boxes are missing', 'Waiting for somebody in the northern warehouse', 'indeterminate'),
  issue('HELP-9', 'Notifications arrive twice', 'Done', 'done'),
  issue('HELP-8', 'Question about our renewal date', 'Done', 'done'),
  issue('HELP-3', 'Please add a colleague to our account', 'Done', 'done'),
];

/** The answers of the issue panel. */
export const issueAnswers: Record<string, (payload: Record<string, unknown>, scene: IssueScene) => Result<unknown>> = {
  getIssueContact: (_, scene) => ok(shown(scene)),
  linkIssueContact: (_, scene) => ok(shown(Object.assign(scene, { issue: 'manual' }))),
  unlinkIssueContact: (_, scene) => ok(shown(Object.assign(scene, { issue: undefined }))),
  setIssueCompany: ({ companyId }, scene) =>
    ok(shown(Object.assign(scene, { issue: companyId === null ? 'no-company' : 'manual' }))),
  unsetIssueCompany: (_, scene) => ok(shown(Object.assign(scene, { issue: undefined }))),
  findContactsForIssue: () => ok({ items: contacts.slice(0, 10), cursor: 'next' }),
  createContactForIssue: () => ({
    ok: false,
    error: { code: 'conflict', message: 'Another contact has this email.' },
  }),
  findCompaniesForIssue: () => ok({ items: companies }),
  listParticipants: (_, { empty }) =>
    ok({
      items:
        empty === true
          ? []
          : [
              { accountId: 'qm:site:12', name: 'ليلى بنت عبد الرحمن الخطيب', contactId: 'c-2' },
              { accountId: 'acc-95', name: 'Bartholomew Featherstonehaugh-Cholmondeley the Younger' },
            ],
    }),
  listIssuesOfIssueContact: (_, { empty }) =>
    ok({ items: empty === true ? [] : issues, jql: 'reporter = "acc-1" ORDER BY updated DESC' }),
};
