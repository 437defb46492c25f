import Button from '@atlaskit/button/new';
import { lazy, Suspense, useId } from 'react';
import fieldStyles from '../fields/fields.module.css';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { type ContactFilter, type Kind, mayOrder, type Order, orderOf } from './contact-filter';
import styles from './contact-list.module.css';
import shared from './contacts.module.css';
import { SearchField } from './search-field';

const CompanyPicker = lazy(() => import('./company-picker').then((module) => ({ default: module.CompanyPicker })));

const kinds: readonly Kind[] = ['all', 'synced', 'regular'];
const orders: readonly Order[] = ['name', 'changed'];

interface Props {
  filter: ContactFilter;
  onFilter: (filter: ContactFilter) => void;
}

/** Which contacts are listed, and how they are ordered. */
export function ContactTools({ filter, onFilter }: Props) {
  const companyId = useId();
  const hintId = useId();
  const ordered = mayOrder(filter);
  return (
    <search className={styles.tools}>
      <div className={shared.tools}>
        <SearchField
          label={t('contacts.search')}
          placeholder={t('contacts.searchPlaceholder')}
          value={filter.search}
          onChange={(search) => onFilter({ ...filter, search })}
        />
        <div className={styles.company}>
          <Suspense fallback={<div className={`${fieldStyles.placeholder} ${styles.waiting}`} />}>
            <CompanyPicker
              inputId={companyId}
              ariaLabel={t('shared.company')}
              placeholder={t('contacts.list.anyCompany')}
              isCompact
              value={filter.company}
              onChange={(company) => onFilter({ ...filter, company })}
            />
          </Suspense>
        </div>
        <fieldset className={shared.kinds} aria-label={t('contacts.kinds')}>
          {kinds.map((kind) => (
            <Button
              key={kind}
              isSelected={filter.kind === kind}
              aria-pressed={filter.kind === kind}
              onClick={() => onFilter({ ...filter, kind })}
            >
              {t(`contacts.kind.${kind}`)}
            </Button>
          ))}
        </fieldset>
        <fieldset className={styles.orders} aria-describedby={ordered ? undefined : hintId}>
          <legend className={layout.hidden}>{t('contacts.list.order')}</legend>
          <span className={layout.small} aria-hidden="true">
            {t('contacts.list.order')}
          </span>
          {orders.map((order) => (
            <Button
              key={order}
              isSelected={orderOf(filter) === order}
              aria-pressed={orderOf(filter) === order}
              isDisabled={!ordered}
              onClick={() => onFilter({ ...filter, order })}
            >
              {t(`contacts.list.orders.${order}`)}
            </Button>
          ))}
        </fieldset>
      </div>
      <p id={hintId} className={layout.small} hidden={ordered}>
        {t('contacts.list.orderHint')}
      </p>
    </search>
  );
}
