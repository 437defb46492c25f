import { limits } from '../contract';
import { emailProblem, nameProblem } from '../rules';
import { t } from '../texts/t';

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
  return problem === 'long'
    ? t('contacts.form.emailLong', { most: limits.emailLength })
    : t('contacts.form.emailWrong');
}
