import Toggle from '@atlaskit/toggle';
import { useId } from 'react';
import type { IssueStep, IssueSteps } from '../contract';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import styles from './issue-settings.module.css';
import { looksForNoContact, stepsInOrder, takesNoStep } from './settings-draft';

interface Props {
  steps: IssueSteps;
  onChange: (steps: IssueSteps) => void;
}

/** The steps for all projects, in their order, each with a switch. */
export function StepsOfAll({ steps, onChange }: Props) {
  return (
    <div className={layout.stack}>
      <ol className={styles.steps}>
        {stepsInOrder.map((step) => (
          <Step key={step} step={step} on={steps[step]} onChange={(on) => onChange({ ...steps, [step]: on })} />
        ))}
      </ol>
      {takesNoStep(steps) ? (
        <Notice look="warning" announced>
          {t('issueSettings.off')}
        </Notice>
      ) : (
        looksForNoContact(steps) && (
          <Notice look="information" announced>
            {t('issueSettings.noContact')}
          </Notice>
        )
      )}
    </div>
  );
}

function Step({ step, on, onChange }: { step: IssueStep; on: boolean; onChange: (on: boolean) => void }) {
  const id = useId();
  return (
    <li className={styles.step}>
      <div>
        <label htmlFor={id}>{t(`issueSettings.step.${step}.name`)}</label>
        <p className={layout.small} id={`${id}-help`}>
          {t(`issueSettings.step.${step}.help`)}
        </p>
      </div>
      <Toggle
        id={id}
        descriptionId={`${id}-help`}
        isChecked={on}
        onChange={(event) => onChange(event.target.checked)}
      />
    </li>
  );
}
