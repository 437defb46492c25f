import { translations } from '../../../static/app/src/bridge/calls';
import { createFormats } from '../../../static/app/src/formats';
import { loadTexts } from '../../../static/app/src/texts/load-texts';
import { bundledLanguage, languageOfTexts, speak, t } from '../../../static/app/src/texts/t';

jest.mock('../../../static/app/src/bridge/calls', () => ({ translations: jest.fn() }));

const answer = jest.mocked(translations);
const german = {
  locale: 'de-DE' as const,
  translations: {
    shared: { save: 'Speichern' },
    admin: { sync: { synced: '{count, plural, one {# Kontakt} other {# Kontakte}}' } },
  },
};

afterEach(() => {
  answer.mockReset();
  speak(bundledLanguage, {});
});

describe('a message', () => {
  it('is English before another language is there', () => {
    expect(t('shared.save')).toBe('Save');
  });

  it('is counted and given its numbers as the language has it', () => {
    expect(t('admin.sync.synced', { count: 1 })).toBe('1 synced contact');
    expect(t('admin.sync.synced', { count: 2500 })).toBe('2,500 synced contacts');
    speak(german.locale, german.translations);
    expect(t('admin.sync.synced', { count: 1 })).toBe('1 Kontakt');
    expect(t('admin.sync.synced', { count: 2500 })).toBe('2.500 Kontakte');
  });

  it('that the language lacks is English', () => {
    speak(german.locale, german.translations);
    expect(t('shared.save')).toBe('Speichern');
    expect(t('shared.page', { page: 2 })).toBe('Page 2');
  });

  it('takes what is inserted as it is, also where it looks like a tag or like an argument', () => {
    expect(t('issue.changed', { name: '<b>{name}</b>' })).toBe('The contact of this issue is <b>{name}</b>.');
  });
});

describe('the language of a page', () => {
  it('is the one that Forge has for the person', async () => {
    answer.mockResolvedValue(german);
    await loadTexts('de-DE');
    expect(languageOfTexts()).toBe('de-DE');
    expect(t('shared.save')).toBe('Speichern');
  });

  it('is not asked for where it is the one that the page brings along', async () => {
    await loadTexts('en-US');
    expect(answer).not.toHaveBeenCalled();
    expect(languageOfTexts()).toBe('en-US');
  });

  it('is English when loading fails, or finds nothing', async () => {
    answer.mockRejectedValue(new Error('Failed to get i18n info config'));
    await loadTexts('de-DE');
    expect(t('shared.save')).toBe('Save');
    answer.mockResolvedValue({ locale: 'de-DE', translations: null });
    await loadTexts('de-DE');
    expect(languageOfTexts()).toBe('en-US');
  });

  it('is English when loading takes more than three seconds', async () => {
    jest.useFakeTimers();
    answer.mockReturnValue(new Promise(() => undefined));
    const loading = loadTexts('de-DE');
    jest.advanceTimersByTime(3_000);
    await loading;
    jest.useRealTimers();
    expect(t('shared.save')).toBe('Save');
  });
});

describe('numbers and moments', () => {
  const now = Date.parse('2026-11-02T12:00:00.000Z');

  it('follow the person’s locale where the texts are in its language', () => {
    expect(createFormats('en-GB', 'UTC', 'en-US').date('2026-11-02T12:00:00.000Z')).toBe('2 Nov 2026');
    expect(createFormats('de-DE', 'UTC', 'de-DE').ago('2026-11-02T11:40:00.000Z', now)).toBe('vor 20 Minuten');
  });

  it('follow the texts where these are in another language', () => {
    expect(createFormats('pl-PL', 'UTC', 'en-US').ago('2026-11-02T11:40:00.000Z', now)).toBe('20 minutes ago');
  });
});
