import { useId } from 'react';
import { type Group, limits, type Right } from '../contract';
import { useFormats } from '../page-provider';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import styles from './access.module.css';
import { type AccessDraft, accessProblem, type Mode, type RightDraft, whoSeesToo } from './access-draft';
import { GroupPicker } from './group-picker';

const modes: readonly Mode[] = ['everyone', 'groups', 'admins'];

interface Props {
  right: Right;
  draft: AccessDraft;
  showProblem: boolean;
  findGroups: (search: string) => Promise<{ items: Group[] }>;
  onChange: (draft: RightDraft) => void;
}

/** One right: what it is about, and who has it. */
export function RightRow({ right, draft, showProblem, findGroups, onChange }: Props) {
  const id = useId();
  const mine = draft[right];
  const problem = showProblem ? accessProblem(mine) : undefined;
  const name = t(`access.right.${right}.name`);
  return (
    <fieldset className={styles.right} aria-describedby={`${id}-help`}>
      <legend className={layout.hidden}>{t('access.who', { right: name })}</legend>
      <div>
        <p className={layout.h3} aria-hidden="true">
          {name}
        </p>
        <p id={`${id}-help`} className={layout.small}>
          {t(`access.right.${right}.help`)}
        </p>
      </div>
      <div className={styles.holders}>
        <div className={styles.modes}>
          {modes.map((mode) => (
            <label key={mode} className={styles.mode}>
              <input
                type="radio"
                name={id}
                data-right={right}
                checked={mine.mode === mode}
                onChange={() => onChange({ ...mine, mode })}
              />
              {t(`access.mode.${mode}`)}
            </label>
          ))}
        </div>
        {mine.mode === 'groups' && (
          <GroupPicker
            inputId={`${id}-groups`}
            label={t('access.groups.label', { right: name })}
            describedBy={problem === undefined ? undefined : `${id}-problem`}
            invalid={problem !== undefined}
            groups={mine.groups}
            find={findGroups}
            onChange={(groups) => onChange({ ...mine, groups })}
          />
        )}
        {problem !== undefined && (
          <p id={`${id}-problem`} className={layout.problem}>
            {problem === 'missing'
              ? t('access.groups.missing')
              : t('access.groups.tooMany', { most: limits.groupsPerRight })}
          </p>
        )}
        {right === 'see' && <SeeTooNote draft={draft} />}
      </div>
    </fieldset>
  );
}

/** Rights imply each other here, which is easily overlooked. */
function SeeTooNote({ draft }: { draft: AccessDraft }) {
  const formats = useFormats();
  const { everyone, groups } = whoSeesToo(draft);
  const text =
    everyone.length > 0
      ? t('access.seeToo.everyone', { rights: formats.list(everyone.map((right) => t(`access.right.${right}.name`))) })
      : groups.length > 0
        ? t('access.seeToo.groups', { groups: formats.list(groups.map(({ name }) => name)) })
        : '';
  return (
    <p role="status" className={layout.small}>
      {text}
    </p>
  );
}
