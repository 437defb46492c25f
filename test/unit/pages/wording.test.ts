import { errorCodes, type SkipReason } from '../../../src/contract';
import { answerOf, CallError, failureOf } from '../../../static/app/src/bridge/call-error';
import { createFormats } from '../../../static/app/src/formats';
import { hueOf, initialsOf } from '../../../static/app/src/initials';
import { canTryAgain, readingFailed, savingFailed } from '../../../static/app/src/texts/errors';
import { t } from '../../../static/app/src/texts/t';

describe('errors in plain words', () => {
  it.each(errorCodes)('has words for reading and for saving: %s', (code) => {
    expect(readingFailed({ code, message: '' }).title).not.toBe('');
    expect(savingFailed({ code, message: '' }).title).not.toBe('');
    expect(readingFailed({ code, message: 'raw' }).body).not.toContain('raw');
  });

  it.each([
    ['changes.email', 'Email'],
    ['contact.companyId', 'Company'],
    ['changes.domains.2', 'Email domains'],
  ])('say which value is not accepted: %s', (field, name) => {
    const body = `What was given for “${name}” is not accepted. Nothing was saved.`;
    expect(savingFailed({ code: 'invalid', message: 'raw', field }).body).toBe(body);
  });

  it.each([
    { code: 'conflict' as const, message: 'The contact was changed meanwhile.' },
    { code: 'invalid' as const, message: 'sections: raw', field: 'sections' },
    { code: 'invalid' as const, message: 'The payload is malformed.' },
  ])('never show what the app says in English only: $message', (failure) => {
    expect(savingFailed(failure).body).toBe(t(`errors.saving.${failure.code}.body`));
  });

  it('never says that an unknown outcome was not saved', () => {
    expect(savingFailed({ code: 'unavailable', message: '' }).title).toBe('It is not certain that this was done');
  });

  it('offers to try again only where that can help', () => {
    expect(errorCodes.filter((code) => canTryAgain({ code, message: '' }))).toEqual([
      'invalid',
      'locked',
      'conflict',
      'rate-limited',
      'unavailable',
    ]);
  });

  it('has a reason and a way out for everybody who was left out', () => {
    const reasons: SkipReason[] = [
      'no-email',
      'hidden-email',
      'email-taken',
      'inactive',
      'excluded-domain',
      'excluded-type',
    ];
    for (const reason of reasons) {
      expect(t(`admin.skipped.reasons.${reason}`)).toMatch(/ /);
      expect(t(`admin.skipped.help.${reason}`)).toMatch(/\.$/);
    }
  });
});

describe('answers of the app', () => {
  it('are the value, or an error that carries the failure', async () => {
    await expect(answerOf(Promise.resolve({ ok: true as const, value: 7 }))).resolves.toBe(7);
    const failure = { code: 'locked' as const, message: 'It follows Jira.' };
    await expect(answerOf(Promise.resolve({ ok: false as const, error: failure }))).rejects.toEqual(
      new CallError(failure),
    );
  });

  it('are unavailable when the bridge rejects, rate-limited when it says so', async () => {
    const failedWith = async (message: string) => {
      try {
        await answerOf(Promise.reject(new Error(message)));
        return undefined;
      } catch (error) {
        return failureOf(error).code;
      }
    };
    expect(await failedWith('Timed out')).toBe('unavailable');
    expect(await failedWith('Resolver calls are rate limited at 500req/25s')).toBe('rate-limited');
  });
});

describe('numbers and moments', () => {
  const formats = createFormats('en-US', 'Europe/Berlin');
  const noon = Date.parse('2026-11-02T12:00:00.000Z');

  it('are written as the locale and time zone have it', () => {
    expect(formats.number(100000)).toBe('100,000');
    expect(formats.date('2026-11-02T23:30:00.000Z')).toBe('Nov 3, 2026');
    expect(formats.time('2026-11-02T13:05:00.000Z', noon).replace(/\s/gu, ' ')).toBe('2:05 PM');
    expect(formats.time('2026-11-04T13:05:00.000Z', noon)).toContain('Nov 4');
  });

  it('say how long ago, and never speak of the future', () => {
    expect(formats.ago('2026-11-02T11:59:40.000Z', noon)).toBe('now');
    expect(formats.ago('2026-11-02T11:40:00.000Z', noon)).toBe('20 minutes ago');
    expect(formats.ago('2026-11-02T07:00:00.000Z', noon)).toBe('5 hours ago');
    expect(formats.ago('2026-11-01T11:00:00.000Z', noon)).toBe('yesterday');
    expect(formats.ago('2026-11-02T12:05:00.000Z', noon)).toBe('now');
  });

  it('round spans to what matters', () => {
    expect(formats.span(12)).toBe('15 seconds');
    expect(formats.span(179)).toBe('3 minutes');
    expect(formats.span(2 * 3600)).toBe('2 hours');
  });

  it('fall back for a locale or time zone that is not known', () => {
    expect(() => createFormats('not a locale', 'Mars/Olympus').number(1)).not.toThrow();
    expect(createFormats('de_DE', undefined).number(1234.5)).toBe('1.234,5');
  });
});

describe('initials', () => {
  it.each([
    ['Amara Okonkwo-Lindqvist', 'AO'],
    ['ada', 'A'],
    ['Ada de la King', 'AK'],
    ['山田 太郎', '山太'],
    ['ليلى الخطيب', 'لا'],
    ['🌟 Ben 🌟', 'B'],
    ['   ', '?'],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('keep their colour', () => {
    expect(hueOf('Ada', 6)).toBe(hueOf('Ada', 6));
    expect(hueOf('', 6)).toBe(0);
  });
});
