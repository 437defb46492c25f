import Button from '@atlaskit/button/new';
import { failureOf } from '../bridge/call-error';
import { CompanyPicker } from '../contacts/company-picker';
import { PlaceLink } from '../contacts/navigation';
import type { Organization } from '../contract';
import { savingFailed } from '../texts/errors';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { Tag } from '../ui/tag';
import styles from './organizations.module.css';

interface Props {
  organization: Organization;
  /** The id of the element with its name, which takes the focus after a change. */
  nameId: string;
  mayEdit: boolean;
  choosing: boolean;
  onChoosing: (choosing: boolean) => void;
  /** Whether this organization, or another one, is being tied. */
  pending: 'this' | 'other' | undefined;
  error: unknown;
  onTie: (companyId: string | null) => void;
}

/** One organization: the company it is tied to, or which one it may be. */
export function OrganizationRow(props: Props) {
  const { organization, nameId, choosing, error } = props;
  return (
    <tr>
      <td>
        <bdi id={nameId} tabIndex={-1} className={styles.name}>
          {organization.name}
        </bdi>
      </td>
      <td>
        <div className={styles.company}>
          {choosing ? <Choosing {...props} /> : <Company {...props} />}
          {error !== undefined && <Refused error={error} />}
        </div>
      </td>
    </tr>
  );
}

function Company({ organization, mayEdit, onChoosing, pending, onTie }: Props) {
  const { name, companyId, companyName = '', suggestion } = organization;
  const button = { spacing: 'compact' as const, isDisabled: pending === 'other' };
  const tied = companyId !== undefined;
  return (
    <div className={styles.row}>
      {tied ? (
        <PlaceLink to={{ page: 'company', id: companyId }}>
          <bdi>{companyName}</bdi>
        </PlaceLink>
      ) : suggestion === undefined ? (
        <span className={layout.small}>{t('shared.noCompany')}</span>
      ) : (
        <span className={styles.suggestion}>
          <PlaceLink to={{ page: 'company', id: suggestion.companyId }}>
            <bdi>{suggestion.companyName}</bdi>
          </PlaceLink>
          <Tag look="information">{t(`organizations.because.${suggestion.because}`)}</Tag>
        </span>
      )}
      {mayEdit && (
        <span className={styles.actions}>
          {!tied && suggestion !== undefined && (
            <Button
              {...button}
              appearance="primary"
              isLoading={pending === 'this'}
              aria-label={t('organizations.tieTo', { name, company: suggestion.companyName })}
              onClick={() => onTie(suggestion.companyId)}
            >
              {t('organizations.tie')}
            </Button>
          )}
          <Button
            {...button}
            appearance={tied || suggestion !== undefined ? 'subtle' : 'default'}
            aria-label={tied ? t('organizations.changeFor', { name }) : t('organizations.chooseFor', { name })}
            onClick={() => onChoosing(true)}
          >
            {tied ? t('organizations.change') : t('issue.company.choose')}
          </Button>
          {tied && (
            <Button
              {...button}
              appearance="subtle"
              isLoading={pending === 'this'}
              aria-label={t('organizations.untieNamed', { name })}
              onClick={() => onTie(null)}
            >
              {t('organizations.untie')}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}

function Choosing({ organization, nameId, onChoosing, pending, onTie }: Props) {
  const { name } = organization;
  const leave = () => {
    onChoosing(false);
    document.getElementById(nameId)?.focus();
  };
  return (
    <div className={styles.choosing}>
      <div className={styles.picker}>
        <CompanyPicker
          inputId={`${nameId}-company`}
          ariaLabel={t('organizations.chooseFor', { name })}
          isCompact
          autoFocus
          mayCreate
          value={null}
          onChange={(choice) => {
            if (choice !== null && pending === undefined) onTie(choice.value);
          }}
        />
      </div>
      <Button spacing="compact" appearance="subtle" isLoading={pending === 'this'} onClick={leave}>
        {t('shared.cancel')}
      </Button>
    </div>
  );
}

function Refused({ error }: { error: unknown }) {
  const failure = failureOf(error);
  const words = savingFailed(failure);
  return (
    <Notice look="warning" title={words.title} announced>
      {failure.code === 'not-found' ? t('organizations.gone') : words.body}
    </Notice>
  );
}
