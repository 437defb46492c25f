import type { Access, Group, Result, Template, TemplateOf } from '../src/contract';
import { field, templates } from './templates';

const ok = <T>(value: T): Result<T> => ({ ok: true, value });

const groups: Group[] = [
  { id: 'g-1', name: 'account-managers' },
  { id: 'g-2', name: 'jira-servicemanagement-users-northern-warehouses-and-offices' },
  { id: 'g-3', name: 'site-admins' },
  { id: 'g-4', name: 'مدراء الحسابات' },
];

const access: Access = {
  version: 2,
  holders: {
    see: { everyone: false, groups: [groups[0], groups[1]].filter((group) => group !== undefined) },
    edit: { everyone: true },
    delete: { everyone: false, groups: [] },
    import: { everyone: false, groups: [] },
    export: { everyone: false, groups: [] },
    configure: { everyone: false, groups: [] },
  },
};

templates.contact.removed.push(
  { field: field('phone', 'f-fax', 'Fax'), removedAt: '2026-10-02T09:00:00.000Z' },
  { field: field('text', 'f-pager', 'Pager'), removedAt: '2026-10-03T09:00:00.000Z', emptying: { done: 1200 } },
);

function templateOf(of: unknown): Template {
  return templates[of === 'company' ? 'company' : 'contact'];
}

/** The answers about templates and access, for the admin page. `conflict`: somebody else saves first. */
export const adminAnswers: Record<
  string,
  (payload: Record<string, unknown>, scene: { conflict?: boolean }) => Result<unknown>
> = {
  updateTemplate: ({ of, sections, version }, scene) => {
    const present = templateOf(of);
    if (scene.conflict === true) {
      scene.conflict = false;
      present.version += 1;
      const [first] = present.sections;
      if (first?.kind === 'fields') {
        first.fields = [...first.fields.slice(1), field('text', 'f-theirs', 'Nickname')];
      }
    }
    if (version !== present.version) {
      return { ok: false, error: { code: 'conflict', message: 'The template was changed meanwhile. Look again.' } };
    }
    const saved: Template = { ...present, version: present.version + 1, sections: sections as Template['sections'] };
    templates[of as TemplateOf] = saved;
    return ok(saved);
  },
  emptyRemovedField: ({ of, fieldId }) => {
    const present = templateOf(of);
    const removed = present.removed.map((one) => (one.field.id === fieldId ? { ...one, emptying: { done: 0 } } : one));
    return ok({ ...present, version: present.version + 1, removed });
  },
  getAccess: () => ok(access),
  updateAccess: ({ holders, version }, scene) => {
    if (scene.conflict === true) {
      scene.conflict = false;
      access.version += 1;
      access.holders.delete = { everyone: true };
    }
    if (version !== access.version) {
      return { ok: false, error: { code: 'conflict', message: 'Somebody else changed access meanwhile. Look again.' } };
    }
    Object.assign(access, { version: access.version + 1, holders });
    return ok(access);
  },
  findGroups: ({ search }) =>
    ok({ items: groups.filter(({ name }) => typeof search !== 'string' || name.includes(search)) }),
};
