/** Numbers and moments as the person reads them. Moments are ISO 8601 strings in UTC. */
export interface Formats {
  number: (value: number) => string;
  /** All digits of a number that a person wrote. */
  wholeNumber: (value: number) => string;
  /** A day of the calendar, `YYYY-MM-DD`, the same wherever it is read. */
  day: (day: string) => string;
  date: (moment: string) => string;
  dateTime: (moment: string) => string;
  /** The time of day; with the date when it is not the day of `now` (milliseconds since 1970). */
  time: (moment: string, now: number) => string;
  /** "5 minutes ago"; `now` in milliseconds since 1970. */
  ago: (moment: string, now: number) => string;
  /** A span in words, rounded to what matters: "about 3 minutes". Seconds. */
  span: (seconds: number) => string;
  list: (words: readonly string[]) => string;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Numbers, dates and words as `locale` has them. Where the page's texts are in another language, that language is used, so
 * that no sentence mixes two. A locale or time zone that this browser does not know falls back to its own.
 */
export function createFormats(locale: string | undefined, timeZone: string | undefined, textsIn = locale): Formats {
  const language = knownLocale(sameLanguage(locale, textsIn) ? locale : textsIn);
  const zone = knownTimeZone(timeZone);
  const numbers = new Intl.NumberFormat(language);
  const wholeNumbers = new Intl.NumberFormat(language, { maximumFractionDigits: 20 });
  const calendar = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: zone });
  const dateTimes = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  const times = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: zone });
  const days = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const unit = (name: 'second' | 'minute' | 'hour', value: number) =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);

  return {
    number: (value) => numbers.format(value),
    wholeNumber: (value) => wholeNumbers.format(value),
    day: (day) => (isMoment(day) ? calendar.format(new Date(day)) : day),
    date: (moment) => (isMoment(moment) ? dates.format(new Date(moment)) : moment),
    dateTime: (moment) => (isMoment(moment) ? dateTimes.format(new Date(moment)) : moment),
    time: (moment, now) => {
      if (!isMoment(moment)) return moment;
      const at = new Date(moment);
      return days.format(at) === days.format(new Date(now)) ? times.format(at) : dateTimes.format(at);
    },
    ago: (moment, now) => {
      if (!isMoment(moment)) return moment;
      const seconds = Math.min(0, (Date.parse(moment) - now) / 1000);
      if (seconds > -minute) return relative.format(0, 'second');
      if (seconds > -hour) return relative.format(Math.ceil(seconds / minute), 'minute');
      if (seconds > -day) return relative.format(Math.ceil(seconds / hour), 'hour');
      return relative.format(Math.ceil(seconds / day), 'day');
    },
    span: (seconds) => {
      if (seconds < minute) return unit('second', Math.max(5, Math.ceil(seconds / 5) * 5));
      if (seconds < 90 * minute) return unit('minute', Math.round(seconds / minute));
      return unit('hour', Math.round(seconds / hour));
    },
    list: (words) => lists.format(words),
  };
}

function isMoment(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

function sameLanguage(one: string | undefined, other: string | undefined): boolean {
  return one?.split(/[-_]/u)[0] === other?.split(/[-_]/u)[0];
}

function knownLocale(locale: string | undefined): string | undefined {
  if (locale === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(locale.replace('_', '-'))[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function knownTimeZone(timeZone: string | undefined): string | undefined {
  if (timeZone === undefined || timeZone === '') return undefined;
  try {
    return new Intl.DateTimeFormat(undefined, { timeZone }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
