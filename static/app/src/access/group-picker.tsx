import { AsyncSelect } from '@atlaskit/select';
import { useRef, useState } from 'react';
import type { Group } from '../contract';
import { t } from '../texts/t';
import styles from './access.module.css';

interface Props {
  inputId: string;
  label: string;
  describedBy: string | undefined;
  invalid: boolean;
  groups: readonly Group[];
  find: (search: string) => Promise<{ items: Group[] }>;
  onChange: (groups: Group[]) => void;
}

interface GroupOption {
  value: string;
  label: string;
}

/** Jira is asked when the typing pauses. Milliseconds. */
const pause = 250;

/** Chooses groups of Jira by typing part of their names; the chosen ones stand in the field and can be taken out again. */
export function GroupPicker({ inputId, label, describedBy, invalid, groups, find, onChange }: Props) {
  const [failed, setFailed] = useState(false);
  const latest = useRef(0);

  const load = async (search: string): Promise<GroupOption[]> => {
    latest.current += 1;
    const mine = latest.current;
    await new Promise((resolve) => window.setTimeout(resolve, pause));
    if (mine !== latest.current) return [];
    try {
      const { items } = await find(search.trim());
      setFailed(false);
      return items.map(asOption);
    } catch {
      setFailed(true);
      return [];
    }
  };

  return (
    <div className={styles.picker}>
      <AsyncSelect<GroupOption, true>
        inputId={inputId}
        aria-label={label}
        {...(describedBy === undefined ? {} : { descriptionId: describedBy })}
        isMulti
        isSearchable
        isClearable={false}
        isInvalid={invalid}
        defaultOptions
        loadOptions={load}
        loadingMessage={() => t('access.groups.loading')}
        noOptionsMessage={() => (failed ? t('access.groups.failed') : t('access.groups.none'))}
        placeholder={t('access.groups.placeholder')}
        clearControlLabel={t('access.groups.clear')}
        menuPosition="fixed"
        menuPlacement="auto"
        maxMenuHeight={220}
        value={groups.map(asOption)}
        onChange={(options) => onChange(options.map(({ value, label: name }) => ({ id: value, name })))}
      />
    </div>
  );
}

function asOption({ id, name }: Group): GroupOption {
  return { value: id, label: name };
}
