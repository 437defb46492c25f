import { ROSTER } from '../../../sandbox/src/jira';
import type { Company, Contact, Template, TemplateField, TemplateOf, TemplateSection } from '../../../src/contract';
import { codeOf, directoryOf, type Kith, openKith, valueIn } from '../contacts/open-kith';

let kith: Kith;
beforeEach(async () => {
  kith = await openKith({
    directory: directoryOf({ accountId: 'ann', displayName: 'Ann Account', email: 'ann@a.example' }),
  });
});
afterEach(() => {
  kith.sandbox.expectNoProblems();
  kith.sandbox.dispose();
});

const text = (id: string, more: Partial<TemplateField> = {}): TemplateField => ({
  id,
  kind: 'text',
  label: id,
  required: false,
  ...more,
});
const section = (...fields: TemplateField[]): TemplateSection => ({ id: 's', kind: 'fields', title: 'S', fields });
const synced: TemplateSection = { id: 'synced', kind: 'synced' };

const template = async (of: TemplateOf = 'contact'): Promise<Template> =>
  valueIn(await kith.contacts('getTemplate', { of }));
async function arrange(sections: TemplateSection[], of: TemplateOf = 'contact'): Promise<Template> {
  const { version } = await template(of);
  return valueIn(await kith.admin('updateTemplate', { of, version, sections }));
}
const idsOf = ({ sections }: Template) => sections.map(({ id }) => id);

describe('a template', () => {
  it('has one section without fields at first', async () => {
    for (const kind of ['contact', 'company'] as const) {
      const first = {
        of: kind,
        version: 0,
        sections: [{ id: 'details', kind: 'fields', title: 'Details', fields: [] }],
        removed: [],
      };
      expect(await template(kind)).toEqual(first);
      expect(valueIn(await kith.admin('getTemplate', { of: kind }))).toEqual(first);
    }
  });

  it('is what an admin arranged last, one version on; a company has one of its own', async () => {
    const field = text('a', { help: 'What it is', onPanel: true, required: true });
    const changed = await arrange([section(field)]);
    expect(changed).toEqual({ of: 'contact', version: 1, sections: [section(field)], removed: [] });
    expect(await template()).toEqual(changed);
    expect((await template('company')).version).toBe(0);
    expect((await arrange([section(field)])).version).toBe(1);
  });

  it('is not changed by who saw an older version', async () => {
    await arrange([section(text('a'))]);
    const late = { of: 'contact' as const, version: 0, sections: [section(text('b'))] };
    expect(codeOf(await kith.admin('updateTemplate', late))).toBe('conflict');
    expect(await kith.admin('updateTemplate', { ...late, sections: [section(text('b'), text('b'))] })).toMatchObject({
      error: { code: 'invalid', field: 'sections.0.fields.1.id' },
    });
  });

  it('of contacts has the synced section while sync is on, where it was left', async () => {
    await kith.sync();
    expect(idsOf(await template())).toEqual(['synced', 'details']);
    expect(idsOf(await template('company'))).toEqual(['details']);
    const second = { id: 't', kind: 'fields' as const, title: 'T', fields: [] };
    expect(idsOf(await arrange([section(), synced, second]))).toEqual(['s', 'synced', 't']);
    await kith.turnOff();
    expect(idsOf(await template())).toEqual(['s', 't']);
    await arrange([section(text('a')), second]);
    expect(idsOf(await template())).toEqual(['s', 't']);
    await kith.sync();
    expect(idsOf(await template())).toEqual(['s', 'synced', 't']);
    expect(idsOf(await arrange([section(), second]))).toEqual(['s', 'synced', 't']);
  });
});

describe('the values of a contact', () => {
  it('are free until an admin arranges a template, and from then on have to fit it', async () => {
    const before = valueIn(await kith.contacts('createContact', { contact: { name: 'B', fields: { free: 1 } } }));
    await arrange([section(text('n', { kind: 'number' }))]);
    const create = (fields: Record<string, string | number>) =>
      kith.contacts('createContact', { contact: { name: 'A', fields } });
    expect(await create({ n: 'one' })).toMatchObject({ error: { code: 'invalid', field: 'contact.fields.n' } });
    expect(await create({ free: 1 })).toMatchObject({ error: { code: 'invalid', field: 'contact.fields.free' } });
    expect(valueIn(await create({ n: 1 })).fields).toEqual({ n: 1 });
    const update = (fields: Record<string, string | number | null>) =>
      kith.contacts('updateContact', { id: before.id, version: 1, changes: { fields } });
    expect(await update({ n: 'one' })).toMatchObject({ error: { code: 'invalid', field: 'changes.fields.n' } });
    expect(await update({ free: 2 })).toMatchObject({ error: { code: 'invalid', field: 'changes.fields.free' } });
    expect(valueIn(await update({ free: 1 })).version).toBe(1);
    expect(valueIn(await update({ free: null, n: 5 }))).toMatchObject({ version: 2, fields: { n: 5 } });
  });

  it('that are required have to be there from the beginning, and cannot go', async () => {
    const before = valueIn(await kith.contacts('createContact', { contact: { name: 'Before' } }));
    await arrange([section(text('r', { required: true }))]);
    const missing = { error: { code: 'invalid', field: 'contact.fields.r' } };
    expect(await kith.contacts('createContact', { contact: { name: 'A' } })).toMatchObject(missing);
    const [issue] = kith.sandbox.jira.listIssues().issues;
    const panel = await kith.panel(
      'createContactForIssue',
      { contact: { name: 'A' } },
      { id: issue?.id, key: issue?.key },
    );
    expect(panel).toMatchObject(missing);
    const { id } = valueIn(await kith.contacts('createContact', { contact: { name: 'A', fields: { r: 'x' } } }));
    expect(await kith.contacts('updateContact', { id, version: 1, changes: { fields: { r: null } } })).toMatchObject({
      error: { code: 'invalid', field: 'changes.fields.r' },
    });
    const renamed = await kith.contacts('updateContact', { id: before.id, version: 1, changes: { name: 'After' } });
    expect(valueIn(renamed)).toMatchObject({ name: 'After', version: 2 });
  });

  it('do not keep sync from making contacts', async () => {
    await arrange([section(text('r', { required: true }))]);
    await kith.sync();
    expect((await kith.find('ann')).synced).toBe(true);
  });
});

describe('the values of a company', () => {
  it('have to fit the template of companies', async () => {
    await arrange([section(text('since', { kind: 'date', required: true }))], 'company');
    const create = (fields?: Record<string, string>) =>
      kith.contacts('createCompany', { company: { name: 'A', ...(fields && { fields }) } });
    const culprit = { error: { code: 'invalid', field: 'company.fields.since' } };
    expect(await create()).toMatchObject(culprit);
    expect(await create({ since: '2024-02-30' })).toMatchObject(culprit);
    const { id } = valueIn(await create({ since: '2024-02-29' }));
    expect(
      await kith.contacts('updateCompany', { id, version: 1, changes: { fields: { since: 'long ago' } } }),
    ).toMatchObject({ error: { code: 'invalid', field: 'changes.fields.since' } });
    const changed = await kith.contacts('updateCompany', {
      id,
      version: 1,
      changes: { fields: { since: '2025-01-01' } },
    });
    expect(valueIn(changed)).toMatchObject({ version: 2, fields: { since: '2025-01-01' } });
  });
});

async function create(of: TemplateOf, record: { name: string; fields: Record<string, string> }): Promise<string> {
  if (of === 'contact') return valueIn(await kith.contacts('createContact', { contact: record })).id;
  return valueIn(await kith.contacts('createCompany', { company: record })).id;
}

async function read(of: TemplateOf, id: string): Promise<Contact | Company> {
  return of === 'contact'
    ? valueIn(await kith.contacts('getContact', { id }))
    : valueIn(await kith.contacts('getCompany', { id }));
}

describe('a removed field', () => {
  it('keeps its values, and finds them again', async () => {
    await arrange([section(text('a'))]);
    const { id } = valueIn(await kith.contacts('createContact', { contact: { name: 'A', fields: { a: 'x' } } }));
    const removed = await arrange([section()]);
    expect(removed.removed).toEqual([{ field: text('a'), removedAt: expect.any(String) }]);
    expect(valueIn(await kith.contacts('getContact', { id })).fields).toEqual({ a: 'x' });
    expect((await arrange([section(text('a', { label: 'Again' }))])).removed).toEqual([]);
  });

  it('can only be emptied when it is removed', async () => {
    await arrange([section(text('a'))]);
    for (const fieldId of ['a', 'none']) {
      expect(await kith.admin('emptyRemovedField', { of: 'contact', fieldId })).toMatchObject({
        error: { code: 'not-found', field: 'fieldId' },
      });
    }
  });

  it.each(['contact', 'company'] as const)('of a %s is emptied in the background, and then forgotten', async (of) => {
    await arrange([section(text('a'), text('b'))], of);
    const ids: string[] = [];
    for (let at = 0; at < 130; at++) {
      const fields = at % 3 === 0 ? { b: 'y' } : { a: 'x', b: 'y' };
      ids.push(await create(of, { name: `R ${at}`, fields }));
    }
    const { version } = await arrange([section(text('b'))], of);
    const asked = valueIn(await kith.admin('emptyRemovedField', { of, fieldId: 'a' }));
    expect(asked).toMatchObject({ version: version + 1, removed: [{ field: text('a'), emptying: { done: 0 } }] });
    const back = { of, version: asked.version, sections: [section(text('a'), text('b'))] };
    expect(await kith.admin('updateTemplate', back)).toMatchObject({
      error: { code: 'invalid', field: 'sections.0.fields.0.id' },
    });
    expect(valueIn(await kith.admin('emptyRemovedField', { of, fieldId: 'a' })).version).toBe(asked.version);
    await kith.sandbox.settle();
    expect((await template(of)).removed).toEqual([]);
    for (const [at, id] of ids.entries()) {
      const record = await read(of, id);
      expect(record).toMatchObject({ version: at % 3 === 0 ? 1 : 2, fields: { b: 'y' } });
      expect(record.fields).toEqual({ b: 'y' });
    }
    expect((await arrange([section(text('a', { kind: 'number' }), text('b'))], of)).removed).toEqual([]);
  });
});

it('is emptied of large records too, which do not all fit into one transaction', async () => {
  await arrange([section(text('a'), ...[1, 2, 3, 4, 5, 6].map((at) => text(`long${at}`, { kind: 'long-text' })))]);
  const long = Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [`long${at}`, 'x'.repeat(32_000)]));
  for (let at = 0; at < 26; at++) await create('contact', { name: `R ${at}`, fields: { a: 'x', ...long } });
  const { sections } = await template();
  await arrange(sections.map((one) => (one.kind === 'fields' ? { ...one, fields: one.fields.slice(1) } : one)));
  valueIn(await kith.admin('emptyRemovedField', { of: 'contact', fieldId: 'a' }));
  await kith.sandbox.settle();
  expect((await template()).removed).toEqual([]);
  const { items } = valueIn(await kith.contacts('listContacts', { limit: 100 }));
  expect(items.map(({ version, fields }) => [version, 'a' in fields])).toEqual(items.map(() => [2, false]));
});

it('is arranged by who may configure, from the contacts page too', async () => {
  const update = { of: 'contact' as const, version: 0, sections: [section(text('a'))] };
  expect(codeOf(await kith.contacts('updateTemplate', update))).toBe('forbidden');
  expect(valueIn(await kith.contacts('updateTemplate', update, ROSTER.admin)).version).toBe(1);
});
