import { type Contact, limits, type TemplateField } from '../contract';
import { fieldProblemTexts } from '../fields/field-text';
import { emailProblem, nameProblem } from '../rules';
import { t } from '../texts/t';
import { type ContactDraft, contactChanges } from './contact-draft';

/** What is wrong with a name, in plain words. */
export function nameProblemText(name: string): string | undefined {
  const problem = nameProblem(name);
  if (problem === undefined) return undefined;
  return problem === 'long' ? t('contacts.form.nameLong', { most: limits.nameLength }) : t('contacts.form.nameBlank');
}

/** What is wrong with an email, in plain words. None is fine. */
export function emailProblemText(email: string): string | undefined {
  const problem = emailProblem(email);
  if (problem === undefined) return undefined;
  return problem === 'long' ? t('contacts.form.emailLong', { most: limits.emailLength }) : t('fields.problem.email');
}

/**
 * What is wrong with a contact, in plain words, by `name`, `email` or the id of a field. What was there before and was not
 * touched is not complained about.
 */
export function problemsOfContact(
  base: Contact | undefined,
  draft: ContactDraft,
  fields: readonly TemplateField[],
): Record<string, string> {
  const touched = base === undefined ? undefined : contactChanges(base, draft, fields);
  const name = touched === undefined || touched.name !== undefined ? nameProblemText(draft.name) : undefined;
  const email = touched === undefined || touched.email !== undefined ? emailProblemText(draft.email) : undefined;
  return {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...fieldProblemTexts(fields, draft.fields ?? {}, touched === undefined ? undefined : (touched.fields ?? {})),
  };
}
