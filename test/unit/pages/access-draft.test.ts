import {
  type AccessDraft,
  accessProblem,
  differingRights,
  draftOf,
  holdersOf,
  mergedDraft,
  nobodySees,
  whoSeesToo,
} from '../../../static/app/src/access/access-draft';
import { adminTabs, pathOfTab, tabOfPath } from '../../../static/app/src/admin/admin-places';
import type { Access } from '../../../static/app/src/contract';
import { learnt } from '../../../static/app/src/state/draft-rules';

const sales = { id: 'g-1', name: 'sales' };
const support = { id: 'g-2', name: 'support' };
const admins = { everyone: false as const, groups: [] };

const holders: Access['holders'] = {
  see: { everyone: true },
  edit: { everyone: false, groups: [sales, support] },
  delete: admins,
  import: admins,
  export: admins,
  configure: admins,
};

const withRights = (changes: Partial<AccessDraft>): AccessDraft => ({ ...draftOf(holders), ...changes });
const groups = (...list: (typeof sales)[]) => ({ mode: 'groups' as const, groups: list });
const adminsOnly = { mode: 'admins' as const, groups: [] };

describe('deciding who may do what', () => {
  it('is the same before and after, whatever the order of groups', () => {
    expect(holdersOf(draftOf(holders))).toEqual(holders);
    expect(differingRights(holders, withRights({ edit: groups(support, sales) }))).toEqual([]);
    expect(differingRights(holders, withRights({ edit: groups(sales), see: adminsOnly }))).toEqual(['see', 'edit']);
  });

  it('keeps the groups while another mode is tried out, and does not save them with it', () => {
    const draft = withRights({ edit: { mode: 'everyone', groups: [sales] } });
    expect(holdersOf(draft).edit).toEqual({ everyone: true });
    expect(holdersOf(withRights({ edit: { mode: 'admins', groups: [sales] } })).edit).toEqual(admins);
  });

  it('needs a group where groups are meant, and at most 50', () => {
    expect(accessProblem(groups())).toBe('missing');
    expect(accessProblem(groups(sales))).toBeUndefined();
    const many = Array.from({ length: 51 }, (_, index) => ({ id: `g-${index}`, name: `${index}` }));
    expect(accessProblem(groups(...many))).toBe('too-many');
    expect(accessProblem(adminsOnly)).toBeUndefined();
  });

  it('says who sees contacts because of another right; arranging templates is no such right', () => {
    expect(whoSeesToo(withRights({}))).toEqual({ everyone: [], groups: [] });
    expect(whoSeesToo(withRights({ see: groups(sales), configure: { mode: 'everyone', groups: [] } }))).toEqual({
      everyone: [],
      groups: [support],
    });
    expect(whoSeesToo(withRights({ see: adminsOnly, export: { mode: 'everyone', groups: [] } })).everyone).toEqual([
      'export',
    ]);
  });

  it('warns when nobody but Jira admins would see a contact', () => {
    expect(nobodySees(withRights({}))).toBe(false);
    expect(nobodySees(withRights({ see: adminsOnly }))).toBe(false);
    expect(nobodySees(withRights({ see: adminsOnly, edit: adminsOnly }))).toBe(true);
    expect(nobodySees(withRights({ see: groups(), edit: adminsOnly }))).toBe(true);
  });
});

const rules = {
  draftOf: (access: Access) => draftOf(access.holders),
  differences: (access: Access, draft: AccessDraft) => differingRights(access.holders, draft),
};

describe('when two admins decide at once', () => {
  it('keeps what each decided about other rights', () => {
    const theirs = { ...holders, delete: { everyone: true as const } };
    const { draft, disputed } = mergedDraft(holders, theirs, withRights({ export: groups(sales) }));
    expect(disputed).toEqual([]);
    expect(holdersOf(draft)).toEqual({ ...theirs, export: { everyone: false, groups: [sales] } });
  });

  it('asks only about rights that both changed, and otherwise than each other', () => {
    const theirs = { ...holders, delete: { everyone: true as const }, export: { everyone: true as const } };
    const mine = withRights({ delete: groups(sales), export: { mode: 'everyone', groups: [] } });
    expect(mergedDraft(holders, theirs, mine).disputed).toEqual(['delete']);
  });

  it('shows what a later reading brings while nothing was decided here', () => {
    const base = { version: 1, holders };
    const read = { version: 2, holders: { ...holders, delete: { everyone: true as const } } };
    expect(learnt(rules, { base, draft: draftOf(holders) }, read)).toEqual({
      base: read,
      draft: draftOf(read.holders),
    });
  });

  it('does not take what was decided here for a decision about a later reading', () => {
    const deciding = { base: { version: 1, holders }, draft: withRights({ export: groups(sales) }) };
    const read = { version: 2, holders: { ...holders, delete: { everyone: true as const } } };
    expect(learnt(rules, deciding, read)).toBe(deciding);
  });
});

describe('the tabs of the admin page', () => {
  it('have a path each, and an unknown path leads to user sync', () => {
    expect(adminTabs.map(pathOfTab)).toEqual(['/', '/issues', '/templates', '/access']);
    expect(adminTabs.map((tab) => tabOfPath(pathOfTab(tab)))).toEqual(['sync', 'issues', 'templates', 'access']);
    expect(['', '/unknown', '/access/more', '/sync'].map(tabOfPath)).toEqual(['sync', 'sync', 'sync', 'sync']);
  });
});
