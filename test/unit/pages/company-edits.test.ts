import type { Company, Failure, TemplateField } from '../../../src/contract';
import { CallError } from '../../../static/app/src/bridge/call-error';
import {
  clashesOf,
  draftOfCompany,
  editsOf,
  newCompany,
  openParts,
  otherParts,
} from '../../../static/app/src/contacts/company-edits';
import { saveCompany } from '../../../static/app/src/contacts/save-company';

const acme: Company = {
  id: 'co-1',
  version: 3,
  name: 'Acme',
  domains: ['acme.example', 'acme.test'],
  fields: { size: 12, tier: 'gold' },
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};

const size: TemplateField = { id: 'size', kind: 'number', label: 'Employees', required: false };
const notes: TemplateField = { id: 'notes', kind: 'long-text', label: 'Notes', required: false };
const fields = [size, notes];

describe('what a draft changes of a company', () => {
  it('is nothing when it was only opened, or domains stand in another order', () => {
    const draft = draftOfCompany(acme, fields);
    expect(editsOf(acme, draft, fields)).toEqual({});
    expect(editsOf(acme, { ...draft, name: ' Acme ', domains: ['acme.test', 'acme.example'] }, fields)).toEqual({});
  });

  it('is each value that was written, and null for each that was emptied', () => {
    const draft = { name: 'Acme Ltd', domains: ['acme.example'], fields: { size: '', notes: 'Calls on Mondays' } };
    expect(editsOf(acme, draft, fields)).toEqual({
      name: 'Acme Ltd',
      domains: ['acme.example'],
      fields: { size: null, notes: 'Calls on Mondays' },
    });
  });

  it('makes a new company of what was written, without empty values', () => {
    const draft = { name: ' Globex ', domains: ['globex.example'], fields: { size: '40', notes: '' } };
    expect(newCompany(draft, fields)).toEqual({ name: 'Globex', domains: ['globex.example'], fields: { size: 40 } });
    expect(newCompany({ name: 'Globex', domains: [], fields: {} }, fields)).toEqual({ name: 'Globex', domains: [] });
  });

  it('begins with the name that a new company was looked for by', () => {
    expect(newCompany(draftOfCompany(undefined, fields, 'Globex'), fields)).toEqual({ name: 'Globex', domains: [] });
  });
});

describe('two people who change the same company', () => {
  const edits = { name: 'Acme Ltd', fields: { size: 20 } };

  it('clash where both changed the same value to something else', () => {
    expect(clashesOf(acme, { ...acme, name: 'Acme Inc' }, edits)).toEqual(['name']);
    expect(clashesOf(acme, { ...acme, fields: { size: 13, tier: 'gold' } }, edits)).toEqual([{ field: 'size' }]);
  });

  it('do not where they wanted the same, or other values', () => {
    expect(clashesOf(acme, { ...acme, name: 'Acme Ltd' }, edits)).toEqual([]);
    expect(clashesOf(acme, { ...acme, domains: [] }, edits)).toEqual([]);
  });

  it('are told what the other one changed besides', () => {
    const theirs = { ...acme, name: 'Acme Inc', domains: [], fields: { ...acme.fields, notes: 'New' } };
    expect(otherParts(acme, theirs, edits, fields)).toEqual(['domains', { field: 'notes' }]);
  });

  it('have nothing left to save once all is as they want it', () => {
    expect(openParts({ ...acme, name: 'Acme Ltd', fields: { size: 20 } }, edits)).toEqual([]);
  });
});

describe('saving a company', () => {
  /** An app that has this company, and refuses so many times before it saves. */
  function app(stored: Company, ...refusals: Failure[]) {
    const sent: { version: number }[] = [];
    return {
      sent,
      getCompany: () => Promise.resolve(stored),
      updateCompany: ({ version, changes }: { version: number; changes: object }) => {
        sent.push({ version });
        const refusal = refusals.shift();
        if (refusal !== undefined) return Promise.reject(new CallError(refusal));
        return Promise.resolve({ ...stored, ...changes, version: version + 1 } as Company);
      },
    };
  }
  const conflict: Failure = { code: 'conflict', message: '' };

  it('saves beside what somebody else changed meanwhile', async () => {
    const calls = app({ ...acme, version: 4, domains: [] }, conflict);
    const saved = await saveCompany(acme, { name: 'Acme Ltd' }, calls);
    expect(saved).toMatchObject({ outcome: 'saved', company: { name: 'Acme Ltd', domains: [], version: 5 } });
    expect(calls.sent).toEqual([{ version: 3 }, { version: 4 }]);
  });

  it('saves nothing over the same value of somebody else', async () => {
    const theirs = { ...acme, version: 4, name: 'Acme Inc' };
    expect(await saveCompany(acme, { name: 'Acme Ltd' }, app(theirs, conflict))).toEqual({
      outcome: 'conflict',
      theirs,
    });
  });

  it('finds out what became of it when the answer got lost', async () => {
    const stored = { ...acme, version: 4, name: 'Acme Ltd' };
    const lost: Failure = { code: 'unavailable', message: '' };
    expect(await saveCompany(acme, { name: 'Acme Ltd' }, app(stored, lost))).toEqual({
      outcome: 'saved',
      company: stored,
    });
    expect(await saveCompany(acme, { name: 'Acme Ltd' }, app(acme, lost))).toEqual({
      outcome: 'refused',
      failure: lost,
    });
  });

  it('does not take a domain of another company for a newer version', async () => {
    const taken: Failure = { ...conflict, domain: { name: 'b.example', because: 'taken', company: 'B' } };
    const calls = app({ ...acme, version: 4 }, taken);
    expect(await saveCompany(acme, { domains: ['b.example'] }, calls)).toEqual({ outcome: 'refused', failure: taken });
    expect(calls.sent).toHaveLength(1);
  });

  it('asks for nothing where nothing is to change', async () => {
    const calls = app(acme);
    expect(await saveCompany(acme, { name: 'Acme' }, calls)).toEqual({ outcome: 'saved', company: acme });
    expect(calls.sent).toEqual([]);
  });
});
