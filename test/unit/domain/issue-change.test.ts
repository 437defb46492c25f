import {
  issueChangeOf,
  wasChangedBy,
  wasRestoredFrom,
  withIssueChange,
  withoutIssueChange,
} from '../../../src/domain/issue-change';
import { type IssueFacts, type IssueProperty, valueOfIssue } from '../../../src/domain/issue-company';

const acme = { id: 'k1', name: 'Acme' };
const other = { id: 'k2', name: 'Other' };
const none = { account: false, email: false, 'contact-company': false, domain: false };
const facts: IssueFacts = {
  steps: { ...none, domain: true },
  email: 'ann@acme.example',
  company: (id) => [acme, other].find((company) => company.id === id),
  ownerOf: () => acme.id,
};
const automatic: IssueProperty = { company: acme, chosen: 'auto', because: 'domain' };

describe('an issue would change', () => {
  it('when something else is found than it has', () => {
    expect(issueChangeOf(facts)).toEqual(automatic);
    expect(issueChangeOf({ ...facts, property: { company: other, chosen: 'auto', because: 'domain' } })).toEqual(
      automatic,
    );
  });

  it('when its company has another name by now', () =>
    expect(issueChangeOf({ ...facts, property: { ...automatic, company: { id: 'k1', name: 'Acne' } } })).toEqual(
      automatic,
    ));

  it('not when it has that already, by whatever changes', () =>
    expect(issueChangeOf({ ...facts, property: { ...automatic, changes: 'c1' } })).toBeUndefined());

  it('not where a person chose another company, or none', () => {
    const manual: IssueProperty = { company: other, chosen: 'manual', because: 'manual' };
    expect(issueChangeOf({ ...facts, property: manual })).toBeUndefined();
    expect(issueChangeOf({ ...facts, property: { chosen: 'manual', because: 'none' } })).toBeUndefined();
  });

  it('not in a project for which no step is taken', () =>
    expect(issueChangeOf({ ...facts, steps: none })).toBeUndefined());
});

describe('undoing', () => {
  const before: IssueProperty = { company: other, chosen: 'auto', because: 'domain', changes: 'c0' };
  const changed = withIssueChange(automatic, before, 'c1');

  it('gives back what was there, without what earlier changes noted, and notes what it took away', () => {
    expect(changed).toEqual({
      ...automatic,
      changes: 'c1',
      before: { company: other, chosen: 'auto', because: 'domain' },
    });
    const restored = withoutIssueChange(changed, 'c1');
    expect(restored).toEqual({ company: other, chosen: 'auto', changes: 'c1.undone', undone: automatic });
    expect([wasChangedBy(restored, 'c1'), wasRestoredFrom(restored, 'c1')]).toEqual([false, true]);
  });

  it('leaves nothing where nothing was', () =>
    expect(withoutIssueChange(withIssueChange(automatic, undefined, 'c1'), 'c1')).toEqual({
      chosen: 'auto',
      changes: 'c1.undone',
      undone: automatic,
    }));

  it('gives back a choice as one', () =>
    expect(
      withoutIssueChange({ ...automatic, changes: 'c1', before: { chosen: 'manual', because: 'none' } }, 'c1'),
    ).toEqual({ chosen: 'manual', because: 'none', changes: 'c1.undone', undone: automatic }));

  it('leaves the issue to a later look only when that finds something else', () => {
    const property = withoutIssueChange(changed, 'c1') ?? before;
    const kept = { company: other, chosen: 'auto', undone: automatic };
    expect(valueOfIssue({ ...facts, property })).toEqual(kept);
    expect(valueOfIssue({ ...facts, property, company: (id) => ({ id, name: 'Renamed' }) })).toEqual({
      ...kept,
      company: { id: 'k2', name: 'Renamed' },
    });
    expect(valueOfIssue({ ...facts, property, ownerOf: () => undefined })).toEqual({ chosen: 'auto' });
    const withoutOther = (id: string) => (id === acme.id ? acme : undefined);
    expect(valueOfIssue({ ...facts, property, company: withoutOther })).toEqual(automatic);
  });

  it('does not keep later changes from giving it again', () => {
    const property = withoutIssueChange(changed, 'c1') ?? before;
    expect(issueChangeOf({ ...facts, property })).toEqual(automatic);
  });

  it('does not touch what others wrote since', () => {
    expect(withoutIssueChange(changed, 'c2')).toBeUndefined();
    expect(withoutIssueChange({ company: other, chosen: 'manual', because: 'manual' }, 'c1')).toBeUndefined();
    expect(withoutIssueChange(undefined, 'c1')).toBeUndefined();
  });
});
