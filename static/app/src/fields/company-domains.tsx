import { limits } from '../contract';
import { t } from '../texts/t';
import { DomainsEditor, type DomainsEditorProps } from '../ui/domains-editor';
import layout from '../ui/layout.module.css';
import styles from './fields.module.css';

/** The email domains of a company in a form. */
export function CompanyDomains(props: Omit<DomainsEditorProps, 'most' | 'none'>) {
  return (
    <fieldset className={`${layout.stack} ${layout.tight}`}>
      <legend className={styles.label}>{t('contacts.company.domains')}</legend>
      <p className={layout.small}>{t('contacts.company.domainsHelp')}</p>
      <DomainsEditor most={limits.domainsPerCompany} none={t('contacts.company.noDomains')} enterSubmits {...props} />
    </fieldset>
  );
}
