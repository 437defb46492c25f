import { adminSchemas } from '../../../src/contract';

it('a template has no field by an id under which no record could hold a value', () => {
  const update = (id: string) =>
    adminSchemas.updateTemplate.safeParse({
      of: 'contact',
      version: 0,
      sections: [{ id: 's', kind: 'fields', title: 'S', fields: [{ id, kind: 'text', label: 'L', required: true }] }],
    });
  expect(update('__proto__').error?.issues[0]?.path).toEqual(['sections', 0, 'fields', 0, 'id']);
  expect(update('constructor').success).toBe(true);
});
