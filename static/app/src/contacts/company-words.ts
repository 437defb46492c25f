import type { Company, Failure, RefusedDomain, TemplateField } from '../contract';
import { fieldText } from '../fields/field-text';
import type { Formats } from '../formats';
import { savingFailed } from '../texts/errors';
import { t } from '../texts/t';
import { type CompanyEdits, type CompanyPart, keyOfPart, openParts, otherParts, partIn } from './company-edits';

/** Why a company cannot have that domain. */
export function refusedDomainText({ name, because, company }: RefusedDomain): string {
  if (because !== 'taken') return t(`companies.domain.${because}`, { domain: name });
  return company === undefined
    ? t('companies.domain.takenByOther', { domain: name })
    : t('companies.domain.taken', { domain: name, company });
}

/** Why a company was not saved, in one text. */
export function refusalText(failure: Failure): string {
  if (failure.domain !== undefined) return refusedDomainText(failure.domain);
  const { title, body } = savingFailed(failure);
  return t('contacts.inline.refused', { title, body });
}

export function labelOfPart(part: CompanyPart, fields: readonly TemplateField[]): string {
  if (part === 'name') return t('shared.name');
  if (part === 'domains') return t('contacts.company.domains');
  return fields.find(({ id }) => id === part.field)?.label ?? part.field;
}

/** What to show of two versions of a company: the values that differ, and what else was changed meanwhile. */
export function conflictTexts(
  { base, theirs, edits }: { base: Company; theirs: Company; edits: CompanyEdits },
  fields: readonly TemplateField[],
  formats: Formats,
) {
  const text = (values: Company | CompanyEdits, part: CompanyPart) => {
    const value = partIn(values, part);
    const field = typeof part === 'string' ? undefined : fields.find(({ id }) => id === part.field);
    if (field !== undefined) return fieldText(field, value, formats);
    if (Array.isArray(value)) return formats.list(value);
    return value === null ? '' : String(value);
  };
  return {
    rows: openParts(theirs, edits).map((part) => ({
      key: keyOfPart(part),
      label: labelOfPart(part, fields),
      theirs: text(theirs, part),
      mine: text(edits, part),
    })),
    others: otherParts(base, theirs, edits, fields).map((part) => labelOfPart(part, fields)),
  };
}
