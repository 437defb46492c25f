import { useId } from 'react';
import type { Company, FieldsSection } from '../contract';
import { useFormats } from '../page-provider';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import type { CompanyEditing } from './company-editing';
import { CompanyFieldValue, CompanyNameValue, DomainsValue } from './company-values';
import styles from './contact-page.module.css';
import { FieldsCard } from './fields-card';
import { ValueRow } from './value-row';

interface Props {
  company: Company;
  mayEdit: boolean;
  editing: CompanyEditing;
}

/** What every company has, whatever the template. */
export function CompanyAbout({ company, mayEdit, editing }: Props) {
  const formats = useFormats();
  const headingId = useId();
  const moment = (at: string) => (
    <time className={styles.fact} dateTime={at} title={formats.dateTime(at)}>
      {formats.date(at)}
    </time>
  );
  const shared = { company, mayEdit, change: editing.change };
  return (
    <section className={layout.card} aria-labelledby={headingId}>
      <div className={layout.stack}>
        <h2 className={layout.h2} id={headingId}>
          {t('companies.details')}
        </h2>
        <dl className={styles.values}>
          <CompanyNameValue {...shared} />
          <DomainsValue {...shared} refused={editing.refusedDomain} />
          <ValueRow label={t('contacts.created')}>{moment(company.createdAt)}</ValueRow>
          <ValueRow label={t('contacts.updated')}>{moment(company.updatedAt)}</ValueRow>
        </dl>
      </div>
    </section>
  );
}

interface SectionsProps extends Props {
  sections: readonly FieldsSection[];
}

/** The sections of the template in its order. */
export function CompanySections({ sections, company, mayEdit, editing }: SectionsProps) {
  return (
    <div>
      {sections.map((section) => (
        <FieldsCard
          key={section.id}
          section={section}
          rowOf={(field) => (
            <CompanyFieldValue field={field} company={company} mayEdit={mayEdit} change={editing.change} />
          )}
        />
      ))}
    </div>
  );
}
