import { useId } from 'react';
import { FieldRow } from '../fields/field-row';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import type { CompanyChoice } from './company-choice';
import { CompanyPicker } from './company-picker';
import listStyles from './contact-list.module.css';
import type { ChosenContact } from './selection';

interface Props {
  task: 'company' | 'delete';
  contacts: readonly ChosenContact[];
  company: CompanyChoice | null;
  onCompany: (company: CompanyChoice | null) => void;
}

/** What will be done, and to whom. */
export function BulkQuestion({ task, contacts, company, onCompany }: Props) {
  const count = contacts.length;
  const synced = contacts.filter((contact) => contact.synced).length;
  if (task === 'company') {
    return (
      <>
        <FieldRow label={t('shared.company')} help={t('contacts.bulk.companyHelp')}>
          {({ id, labelId }) => (
            <CompanyPicker
              inputId={id}
              labelledBy={labelId}
              placeholder={t('shared.noCompany')}
              mayCreate
              value={company}
              onChange={onCompany}
            />
          )}
        </FieldRow>
        <p>
          {company === null
            ? t('contacts.bulk.willLose', { count })
            : t('contacts.bulk.willHave', { count, name: company.label })}
        </p>
        <Names contacts={contacts} />
      </>
    );
  }
  return (
    <>
      {count > synced && <p>{t('contacts.bulk.willDelete', { count: count - synced })}</p>}
      {synced > 0 && <Notice look="information">{t('contacts.bulk.syncedStay', { count: synced })}</Notice>}
      <Names contacts={contacts} />
    </>
  );
}

/** Who they are, for whoever wants to know. */
export function Names({ contacts }: { contacts: readonly ChosenContact[] }) {
  const id = useId();
  return (
    <details>
      <summary id={id} className={layout.small}>
        {t('contacts.bulk.who')}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reachable by keyboard. */}
      <ul className={`${listStyles.names} ${listStyles.scroll}`} aria-labelledby={id} tabIndex={0}>
        {contacts.map((contact) => (
          <li key={contact.id}>
            <bdi>{contact.name}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
