import type { ReactNode } from 'react';
import { openCompany } from '../bridge/calls';
import type { IssueContact, TemplateField } from '../contract';
import { fieldText } from '../fields/field-text';
import { useFormats } from '../page-provider';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Tag } from '../ui/tag';
import { useOpener } from '../ui/use-opener';
import styles from './issue-panel.module.css';
import { PanelField } from './panel-field';
import { TextButton } from './text-button';

interface Props {
  shown: IssueContact;
  isBusy: boolean;
  onChangeCompany: () => void;
  onAutomaticCompany: () => void;
  /** What stands in place of the company while another is chosen. */
  chooser: ReactNode;
}

/** Email, company, and the fields that the admin chose for the panel, as far as they are filled in. */
export function ContactFacts({ shown, isBusy, onChangeCompany, onAutomaticCompany, chooser }: Props) {
  const formats = useFormats();
  const { contact, company, companyBecause, panelFields = [], mayEdit = false } = shown;
  const isByHand = companyBecause === 'manual' || companyBecause === 'none';
  const isFilled = (field: TemplateField) => fieldText(field, contact?.fields[field.id], formats) !== '';
  const showsCompany = contact !== undefined || company !== undefined || isByHand || mayEdit;
  return (
    <dl className={styles.facts}>
      {contact !== undefined && (
        <Fact label={t('shared.email')}>
          {contact.email === undefined ? (
            <span className={styles.nothing}>{t('shared.noEmail')}</span>
          ) : (
            <bdi>{contact.email}</bdi>
          )}
        </Fact>
      )}
      {showsCompany && (
        <Fact label={t('shared.company')}>
          {chooser === false ? (
            <>
              <span className={styles.nameLine}>
                {company === undefined ? (
                  <span className={styles.nothing}>{t('shared.noCompany')}</span>
                ) : (
                  <CompanyLink id={company.id} name={company.name} />
                )}
                {isByHand && <Tag>{t('issue.manual')}</Tag>}
              </span>
              {mayEdit && (
                <span className={styles.small}>
                  <span data-opens="company">
                    <TextButton isBusy={isBusy} onPress={onChangeCompany}>
                      {company === undefined ? t('issue.company.choose') : t('issue.company.change')}
                    </TextButton>
                  </span>
                  {isByHand && (
                    <TextButton isBusy={isBusy} onPress={onAutomaticCompany}>
                      {t('issue.company.automatic')}
                    </TextButton>
                  )}
                </span>
              )}
            </>
          ) : (
            chooser
          )}
        </Fact>
      )}
      {panelFields.filter(isFilled).map((field) => (
        <Fact key={field.id} label={field.label}>
          <PanelField field={field} value={contact?.fields[field.id] ?? ''} />
        </Fact>
      ))}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt dir="auto">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function CompanyLink({ id, name }: { id: string; name: string }) {
  const opener = useOpener();
  return (
    <>
      <button
        type="button"
        className={layout.link}
        title={t('issue.company.open')}
        onClick={() => opener.open(() => openCompany(id))}
      >
        <bdi>{name}</bdi>
      </button>
      {opener.refused && <span role="alert">{t('shared.openRefused')}</span>}
    </>
  );
}
