import Toggle from '@atlaskit/toggle';
import { type ReactNode, useId } from 'react';
import { limits, type Settings } from '../contract';
import { admin } from '../texts/en/admin';
import { Choice } from '../ui/choice';
import { DomainsEditor } from '../ui/domains-editor';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import styles from './settings.module.css';

const texts = admin.settings;

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
      <Group legend={texts.who}>
        <Choice
          kind="checkbox"
          name="atlassian"
          label={texts.atlassian}
          help={texts.atlassianHelp}
          checked={accountTypes.atlassian}
          onChange={(atlassian) => onChange({ accountTypes: { ...accountTypes, atlassian } })}
        />
        <Choice
          kind="checkbox"
          name="customer"
          label={texts.customer}
          help={texts.customerHelp}
          checked={accountTypes.customer}
          onChange={(customer) => onChange({ accountTypes: { ...accountTypes, customer } })}
        />
        {!accountTypes.atlassian && !accountTypes.customer && <Notice look="warning">{texts.nobody}</Notice>}
        <Choice
          kind="checkbox"
          name="includeInactive"
          label={texts.includeInactive}
          help={texts.includeInactiveHelp}
          checked={draft.includeInactive}
          onChange={(includeInactive) => onChange({ includeInactive })}
        />
      </Group>
      <Group legend={texts.emails}>
        <HiddenEmails
          used={draft.hiddenEmails === 'use'}
          onChange={(used) => onChange({ hiddenEmails: used ? 'use' : 'skip' })}
        />
        <Choice
          kind="checkbox"
          name="usersWithoutEmail"
          label={texts.withoutEmail}
          help={texts.withoutEmailHelp}
          checked={draft.usersWithoutEmail === 'create'}
          onChange={(create) => onChange({ usersWithoutEmail: create ? 'create' : 'skip' })}
        />
      </Group>
      <Group legend={texts.domains} help={texts.domainsHelp}>
        <DomainsEditor
          domains={draft.excludedDomains}
          most={limits.excludedDomains}
          none={texts.noDomains}
          onChange={(excludedDomains) => onChange({ excludedDomains })}
          onPending={onPendingDomain}
        />
      </Group>
      <Group legend={texts.editing}>
        <Choice
          kind="radio"
          name="editPolicy"
          label={texts.locked}
          help={texts.lockedHelp}
          checked={draft.editPolicy === 'locked'}
          onChange={() => onChange({ editPolicy: 'locked' })}
        />
        <Choice
          kind="radio"
          name="editPolicy"
          label={texts.follow}
          help={texts.followHelp}
          checked={draft.editPolicy === 'follow-until-edited'}
          onChange={() => onChange({ editPolicy: 'follow-until-edited' })}
        />
      </Group>
      <Group legend={texts.companies}>
        <Choice
          kind="checkbox"
          name="companyFromDomain"
          label={texts.companyFromDomain}
          help={texts.companyFromDomainHelp}
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
        <label htmlFor={hiddenEmailsSwitchId}>{texts.hiddenEmails}</label>
        <p className={layout.small} id={noteId}>
          {texts.hiddenEmailsNote}
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
