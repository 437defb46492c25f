import type { Contact, TemplateField } from '../../../src/contract';
import { CallError } from '../../../static/app/src/bridge/call-error';
import { type ContactChanges, clashes, openParts } from '../../../static/app/src/contacts/contact-changes';
import { conflictTexts } from '../../../static/app/src/contacts/contact-conflict';
import { saveContact } from '../../../static/app/src/contacts/save-contact';
import { createFormats } from '../../../static/app/src/formats';

const ada: Contact = {
  id: 'c-1',
  version: 4,
  name: 'Ada Lovelace',
  email: 'ada@engine.example',
  synced: false,
  fields: { role: 'Countess' },
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};

const role: TemplateField = { id: 'role', kind: 'text', label: 'Role', required: false };

const conflict = new CallError({ code: 'conflict', message: 'The contact was changed meanwhile.' });
const lost = new CallError({ code: 'unavailable', message: 'Lost.' });

/** An app that holds `stored`, and answers as the app does; `answers` go wrong first, one for each call. */
function appWith(stored: Contact, answers: CallError[] = []) {
  const sent: number[] = [];
  let held = stored;
  return {
    sent,
    getContact: async () => held,
    updateContact: async ({ version, changes }: { version: number; changes: ContactChanges }) => {
      sent.push(version);
      const wrong = answers.shift();
      if (wrong !== undefined) throw wrong;
      if (version !== held.version) throw conflict;
      const { fields, ...rest } = changes;
      held = {
        ...held,
        ...(rest as Partial<Contact>),
        version: version + 1,
        fields: { ...held.fields, ...fields } as Contact['fields'],
      };
      return held;
    },
  };
}

describe('saving a value of a contact', () => {
  it('keeps what somebody else changed meanwhile in another value', async () => {
    const app = appWith({ ...ada, version: 5, email: 'ada@king.example' });
    const saved = await saveContact(ada, { name: 'Ada King' }, app);
    expect(saved).toMatchObject({
      outcome: 'saved',
      contact: { version: 6, name: 'Ada King', email: 'ada@king.example' },
    });
    expect(app.sent).toEqual([4, 5]);
  });

  it('saves nothing over what somebody else wrote in the same value, and says what that is', async () => {
    const theirs = { ...ada, version: 5, fields: { role: 'Mathematician' } };
    const app = appWith(theirs);
    expect(await saveContact(ada, { fields: { role: 'Programmer' } }, app)).toEqual({ outcome: 'conflict', theirs });
    expect(app.sent).toEqual([4]);
  });

  it('is done when somebody else wrote the same', async () => {
    const app = appWith({ ...ada, version: 5, name: 'Ada King' });
    expect(await saveContact(ada, { name: 'Ada King' }, app)).toMatchObject({
      outcome: 'saved',
      contact: { version: 5 },
    });
  });

  it('knows an email of another contact from a newer version', async () => {
    const app = appWith(ada, [conflict]);
    expect(await saveContact(ada, { email: 'taken@engine.example' }, app)).toEqual({ outcome: 'email-taken' });
  });

  it('looks whether it was saved when the answer gets lost', async () => {
    const app = appWith({ ...ada, version: 5, name: 'Ada King' }, [lost]);
    expect(await saveContact(ada, { name: 'Ada King' }, app)).toMatchObject({ outcome: 'saved' });
    const unsaved = appWith(ada, [lost]);
    expect(await saveContact(ada, { name: 'Ada King' }, unsaved)).toMatchObject({
      outcome: 'refused',
      failure: { code: 'unavailable' },
    });
  });

  it('passes on every other refusal, and calls nobody where nothing changed', async () => {
    const locked = new CallError({ code: 'locked', message: '' });
    expect(await saveContact(ada, { name: 'B' }, appWith(ada, [locked]))).toMatchObject({ outcome: 'refused' });
    const idle = appWith(ada);
    expect(await saveContact(ada, { name: 'Ada Lovelace' }, idle)).toEqual({ outcome: 'saved', contact: ada });
    expect(idle.sent).toEqual([]);
  });
});

describe('two versions of a contact', () => {
  const theirs: Contact = { ...ada, version: 5, email: 'ada@king.example', companyId: 'co-2', companyName: 'Home' };

  it('clash where both changed the same value to something else', () => {
    const changes: ContactChanges = { name: 'Ada King', email: 'ada@home.example' };
    expect(openParts(theirs, changes)).toEqual([{ of: 'name' }, { of: 'email' }]);
    expect(clashes(ada, theirs, changes)).toEqual([{ of: 'email' }]);
  });

  it('are shown beside each other, with what else was changed', () => {
    const versions = { base: ada, theirs, changes: { email: null, fields: { role: 'Programmer' } } };
    expect(conflictTexts(versions, [role], createFormats('en-US', 'UTC'))).toEqual({
      rows: [
        { key: 'email', label: 'Email', theirs: 'ada@king.example', mine: '' },
        { key: 'field role', label: 'Role', theirs: 'Countess', mine: 'Programmer' },
      ],
      others: ['Company'],
    });
  });
});
