import { AsyncSelect } from '@atlaskit/select';
import { useEffect, useRef, useState } from 'react';
import { admin as calls } from '../bridge/calls';
import type { Project } from '../contract';
import fields from '../fields/fields.module.css';
import { t } from '../texts/t';

interface Props {
  inputId: string;
  /** Ids of projects that are chosen already. */
  taken: readonly string[];
  onPick: (project: Project) => void;
}

interface ProjectOption {
  value: string;
  label: string;
  project: Project;
}

/** Jira is asked when the typing pauses. Milliseconds. */
const pause = 250;

/** Adds projects of Jira, found by part of their name or key. */
export function ProjectPicker({ inputId, taken, onPick }: Props) {
  const [failed, setFailed] = useState(false);
  const latest = useRef(0);

  // After a choice the field is made anew, and must not lose the focus with that.
  const picked = useRef(false);
  const chosen = taken.join();
  useEffect(() => {
    if (picked.current && chosen !== '') document.getElementById(inputId)?.focus();
    picked.current = false;
  }, [chosen, inputId]);

  const load = async (search: string): Promise<ProjectOption[]> => {
    latest.current += 1;
    const mine = latest.current;
    await new Promise((resolve) => window.setTimeout(resolve, pause));
    if (mine !== latest.current) return [];
    try {
      const { items } = await calls.findProjects(search.trim());
      setFailed(false);
      return items
        .filter(({ id }) => !taken.includes(id))
        .map((project) => ({ value: project.id, label: `${project.name} (${project.key})`, project }));
    } catch {
      setFailed(true);
      return [];
    }
  };

  return (
    <AsyncSelect<ProjectOption>
      // What is chosen already is left out, so the list is another after each choice.
      key={chosen}
      inputId={inputId}
      isSearchable
      defaultOptions
      loadOptions={load}
      loadingMessage={() => t('issueSettings.projects.loading')}
      noOptionsMessage={() => (failed ? t('issueSettings.projects.failed') : t('issueSettings.projects.none'))}
      placeholder={t('issueSettings.projects.placeholder')}
      formatOptionLabel={({ project }) => (
        <span className={fields.option}>
          <bdi>{project.name}</bdi> <bdi>({project.key})</bdi>
        </span>
      )}
      menuPosition="fixed"
      menuPlacement="auto"
      maxMenuHeight={220}
      value={null}
      onChange={(option) => {
        if (option === null) return;
        picked.current = true;
        onPick(option.project);
      }}
    />
  );
}
