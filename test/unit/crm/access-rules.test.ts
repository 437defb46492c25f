import { type Access, type Right, rights } from '../../../src/contract';
import { eachRight, firstHolders, hasRight } from '../../../src/crm/access-rules';

const held = (holders: Access['holders'], ...groups: string[]) =>
  rights.filter((right) => hasRight(holders, right, new Set(groups)));

describe('the rights of a licensed user', () => {
  it('are to see, edit and delete, before an admin decided anything', () => {
    expect(held(firstHolders)).toEqual(['see', 'edit', 'delete']);
  });

  it.each<[Right, Right[]]>([
    ['see', ['see']],
    ['edit', ['see', 'edit']],
    ['delete', ['see', 'delete']],
    ['import', ['see', 'import']],
    ['export', ['see', 'export']],
    ['configure', ['configure']],
  ])('by a group that may %s are %j', (right, expected) => {
    const holders = Object.fromEntries(
      rights.map((one) => [one, { everyone: false, groups: [{ id: `id of ${one}`, name: one }] }]),
    ) as unknown as Access['holders'];
    expect(held(holders, `id of ${right}`, 'another')).toEqual(expected);
    expect(held(holders, right)).toEqual([]);
  });

  it('are none where there is no group', () => {
    const none = { everyone: false as const, groups: [] };
    const holders = { see: none, edit: none, delete: none, import: none, export: none, configure: none };
    expect(held(holders, 'any')).toEqual([]);
  });

  it('are told one by one', () => {
    expect(eachRight((right) => right === 'import')).toEqual({
      see: false,
      edit: false,
      delete: false,
      import: true,
      export: false,
      configure: false,
    });
  });
});
