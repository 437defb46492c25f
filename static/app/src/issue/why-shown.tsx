import type { IssueContact } from '../contract';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import styles from './issue-panel.module.css';

/** Answers, on demand, why this is the contact and this the company. */
export function WhyShown({ shown }: { shown: IssueContact }) {
  const reasons = [whyContact(shown), whyCompany(shown)].filter((reason) => reason !== undefined);
  if (reasons.length === 0) return null;
  return (
    <details className={styles.why}>
      <summary>{shown.contact === undefined ? t('issue.why.company') : t('issue.why.both')}</summary>
      <div className={`${layout.stack} ${layout.tight}`}>
        {reasons.map((reason) => (
          <p key={reason} dir="auto">
            {reason}
          </p>
        ))}
      </div>
    </details>
  );
}

function whyContact({ contactBecause, reporter }: IssueContact): string | undefined {
  const name = reporter?.name ?? '';
  switch (contactBecause) {
    case 'account':
      return t('issue.why.account', { name });
    case 'email':
      return t('issue.why.email', { name });
    case 'manual':
      return t('issue.why.manual');
    default:
      return undefined;
  }
}

function whyCompany({ contact, company, companyBecause }: IssueContact): string | undefined {
  if (companyBecause === 'none') return t('issue.why.noCompany');
  if (company === undefined) return contact === undefined ? undefined : t('issue.why.companyNotFound');
  const { name } = company;
  switch (companyBecause) {
    case 'contact':
      return t('issue.why.ofContact', { name });
    case 'domain':
      return t('issue.why.ofDomain', { name });
    case 'manual':
      return t('issue.why.companyManual', { name });
    default:
      return undefined;
  }
}
