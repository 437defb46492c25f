import { translations } from '../bridge/calls';
import { bundledLanguage, speak } from './t';

/** A page that waits longer than this for its language is shown in English. Milliseconds. */
const patience = 3_000;

/**
 * Lets the pages speak the person's language, as far as `locales` has it. Forge answers with the fallback that the manifest
 * names for any other language. Never rejects: without an answer the pages are in English.
 */
export async function loadTexts(locale: string): Promise<void> {
  if (locale === bundledLanguage) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  try {
    const loaded = await Promise.race([translations(), tooLate]);
    if (loaded !== undefined && loaded.translations !== null) speak(loaded.locale, loaded.translations);
  } catch {
    return;
  } finally {
    clearTimeout(timer);
  }
}
