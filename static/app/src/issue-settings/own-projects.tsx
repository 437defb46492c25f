import Button from '@atlaskit/button/new';
import { useId, useRef, useState } from 'react';
import { limits, type Project, type ProjectSteps } from '../contract';
import { t } from '../texts/t';
import { Choice } from '../ui/choice';
import { LiveRegion } from '../ui/hidden';
import layout from '../ui/layout.module.css';
import styles from './issue-settings.module.css';
import { ProjectPicker } from './project-picker';
import {
  looksForNoContact,
  type SettingsDraft,
  stepsInOrder,
  takesNoStep,
  withoutProject,
  withProject,
  withStepsOf,
} from './settings-draft';

interface Props {
  draft: SettingsDraft;
  onChange: (draft: SettingsDraft) => void;
}

/** The projects whose issues are treated otherwise than those of the rest. */
export function OwnProjects({ draft, onChange }: Props) {
  const pickerId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [said, setSaid] = useState('');
  const most = limits.projectsWithOwnSteps;
  const full = draft.projects.length >= most;

  const add = (project: Project) => {
    onChange(withProject(draft, project));
    setSaid(t('issueSettings.projects.added', { name: project.name }));
  };
  const remove = ({ id, name }: ProjectSteps) => {
    onChange(withoutProject(draft, id));
    setSaid(t('issueSettings.projects.removed', { name }));
    heading.current?.focus();
  };

  return (
    <div className={layout.stack}>
      <div>
        <h3 className={`${layout.h3} ${styles.heading}`} ref={heading} tabIndex={-1}>
          {t('issueSettings.projects.heading')}
        </h3>
        <p className={layout.small}>{t('issueSettings.projects.lead')}</p>
      </div>
      {draft.projects.length > 0 && (
        <ul>
          {draft.projects.map((project) => (
            <OwnProject
              key={project.id}
              project={project}
              onChange={(steps) => onChange(withStepsOf(draft, project.id, steps))}
              onRemove={() => remove(project)}
            />
          ))}
        </ul>
      )}
      {full ? (
        <p className={layout.small}>{t('issueSettings.projects.tooMany', { most })}</p>
      ) : (
        <div className={styles.picker}>
          <label className={layout.small} htmlFor={pickerId}>
            {t('issueSettings.projects.add')}
          </label>
          <ProjectPicker inputId={pickerId} taken={draft.projects.map(({ id }) => id)} onPick={add} />
        </div>
      )}
      <LiveRegion>{said}</LiveRegion>
    </div>
  );
}

interface OwnProjectProps {
  project: ProjectSteps;
  onChange: (steps: ProjectSteps['steps']) => void;
  onRemove: () => void;
}

function OwnProject({ project, onChange, onRemove }: OwnProjectProps) {
  const { name, key, steps } = project;
  return (
    <li className={styles.project}>
      <fieldset className={styles.own}>
        <legend className={layout.hidden}>{t('issueSettings.projects.steps', { name })}</legend>
        <p aria-hidden="true">
          <bdi className={styles.projectName}>{name}</bdi> <bdi className={layout.small}>{key}</bdi>
        </p>
        <div className={styles.choices}>
          {stepsInOrder.map((step) => (
            <Choice
              key={step}
              kind="checkbox"
              name={`${project.id}-${step}`}
              label={t(`issueSettings.step.${step}.name`)}
              checked={steps[step]}
              onChange={(on) => onChange({ ...steps, [step]: on })}
            />
          ))}
        </div>
        <p role="status" className={layout.small}>
          {takesNoStep(steps)
            ? t('issueSettings.offProject')
            : looksForNoContact(steps)
              ? t('issueSettings.noContact')
              : ''}
        </p>
      </fieldset>
      <Button
        appearance="subtle"
        spacing="compact"
        onClick={onRemove}
        aria-label={t('issueSettings.projects.removeNamed', { name })}
      >
        {t('templates.remove')}
      </Button>
    </li>
  );
}
