import Toggle from '@atlaskit/toggle';
import { type ReactNode, useId } from 'react';
import { limits, type Settings } from '../contract';
import { t } from '../texts/t';
import { Choice } from '../ui/choice';
import { DomainsEditor } from '../ui/domains-editor';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import styles from './settings.module.css';

interface Props {
  draft: Settings;
  onChange: (changes: Partial<Settings>) => void;
  onPendingDomain: (text: string) => void;
}

/** All settings of the contract, in groups. */
export function SettingsFields({ draft, onChange, onPendingDomain }: Props) {
  const { accountTypes } = draft;
  return (
    <>
      <Group legend={t('admin.settings.who')}>
        <Choice
          kind="checkbox"
          name="atlassian"
          label={t('admin.settings.atlassian')}
          help={t('admin.settings.atlassianHelp')}
          checked={accountTypes.atlassian}
          onChange={(atlassian) => onChange({ accountTypes: { ...accountTypes, atlassian } })}
        />
        <Choice
          kind="checkbox"
          name="customer"
          label={t('admin.settings.customer')}
          help={t('admin.settings.customerHelp')}
          checked={accountTypes.customer}
          onChange={(customer) => onChange({ accountTypes: { ...accountTypes, customer } })}
        />
        {!accountTypes.atlassian && !accountTypes.customer && (
          <Notice look="warning">{t('admin.settings.nobody')}</Notice>
        )}
        <Choice
          kind="checkbox"
          name="includeInactive"
          label={t('admin.settings.includeInactive')}
          help={t('admin.settings.includeInactiveHelp')}
          checked={draft.includeInactive}
          onChange={(includeInactive) => onChange({ includeInactive })}
        />
      </Group>
      <Group legend={t('admin.settings.emails')}>
        <HiddenEmails
          used={draft.hiddenEmails === 'use'}
          onChange={(used) => onChange({ hiddenEmails: used ? 'use' : 'skip' })}
        />
        <Choice
          kind="checkbox"
          name="usersWithoutEmail"
          label={t('admin.settings.withoutEmail')}
          help={t('admin.settings.withoutEmailHelp')}
          checked={draft.usersWithoutEmail === 'create'}
          onChange={(create) => onChange({ usersWithoutEmail: create ? 'create' : 'skip' })}
        />
      </Group>
      <Group legend={t('admin.settings.domains')} help={t('admin.settings.domainsHelp')}>
        <DomainsEditor
          domains={draft.excludedDomains}
          most={limits.excludedDomains}
          none={t('admin.settings.noDomains')}
          onChange={(excludedDomains) => onChange({ excludedDomains })}
          onPending={onPendingDomain}
        />
      </Group>
      <Group legend={t('admin.settings.editing')}>
        <Choice
          kind="radio"
          name="editPolicy"
          label={t('admin.settings.locked')}
          help={t('admin.settings.lockedHelp')}
          checked={draft.editPolicy === 'locked'}
          onChange={() => onChange({ editPolicy: 'locked' })}
        />
        <Choice
          kind="radio"
          name="editPolicy"
          label={t('admin.settings.follow')}
          help={t('admin.settings.followHelp')}
          checked={draft.editPolicy === 'follow-until-edited'}
          onChange={() => onChange({ editPolicy: 'follow-until-edited' })}
        />
      </Group>
      <Group legend={t('contacts.companies')}>
        <Choice
          kind="checkbox"
          name="companyFromDomain"
          label={t('admin.settings.companyFromDomain')}
          help={t('admin.settings.companyFromDomainHelp')}
          checked={draft.companyFromDomain}
          onChange={(companyFromDomain) => onChange({ companyFromDomain })}
        />
      </Group>
    </>
  );
}

function Group({ legend, help, children }: { legend: string; help?: string; children: ReactNode }) {
  const id = useId();
  return (
    <fieldset className={styles.group} aria-describedby={help === undefined ? undefined : id}>
      <legend className={styles.legend}>{legend}</legend>
      {help !== undefined && (
        <p className={layout.small} id={id}>
          {help}
        </p>
      )}
      {children}
    </fieldset>
  );
}

/** The id of the switch that the note about hidden emails points to. */
export const hiddenEmailsSwitchId = 'hidden-emails';

function HiddenEmails({ used, onChange }: { used: boolean; onChange: (used: boolean) => void }) {
  const noteId = useId();
  return (
    <div className={styles.switch}>
      <div>
        <label htmlFor={hiddenEmailsSwitchId}>{t('admin.settings.hiddenEmails')}</label>
        <p className={layout.small} id={noteId}>
          {t('admin.settings.hiddenEmailsNote')}
        </p>
      </div>
      <Toggle
        id={hiddenEmailsSwitchId}
        descriptionId={noteId}
        isChecked={used}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  );
}
