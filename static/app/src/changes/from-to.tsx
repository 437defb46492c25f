import { t } from '../texts/t';
import { Hidden } from '../ui/hidden';
import styles from './examples.module.css';

/** The names of two companies: that before a change, and that after it. Absent: none. */
export function FromTo({ from, to }: { from?: string; to?: string }) {
  return (
    <span className={styles.change}>
      <CompanyName name={from} />
      <span aria-hidden="true">→</span>
      <Hidden>{t('companyChanges.becomes')}</Hidden>
      <CompanyName name={to} />
    </span>
  );
}

function CompanyName({ name }: { name: string | undefined }) {
  if (name === undefined) return <span className={styles.none}>{t('shared.noCompany')}</span>;
  return <bdi>{name}</bdi>;
}
