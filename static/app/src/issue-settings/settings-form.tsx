import type { IssueSettings, IssueSteps } from '../contract';
import { useFormats } from '../page-provider';
import { useDraft } from '../state/use-draft';
import { t } from '../texts/t';
import { DraftForm } from '../ui/draft-form';
import layout from '../ui/layout.module.css';
import { OwnProjects } from './own-projects';
import { type Decided, projectOf, type SettingsDraft, stepsInOrder } from './settings-draft';
import { settingsRules } from './settings-rules';
import { StepsOfAll } from './steps-of-all';

interface Props {
  saved: IssueSettings;
  onDirty: (dirty: boolean) => void;
  /** Told when other settings hold than before. */
  onSaved: () => void;
}

/** How the company of an issue is found: for all projects, and for those with steps of their own. */
export function SettingsForm({ saved, onDirty, onSaved }: Props) {
  const formats = useFormats();
  const deciding = useDraft(settingsRules, saved, { onDirty, onSaved });
  const { draft, change } = deciding;

  const stepsInWords = (settings: SettingsDraft, one: Decided): string => {
    const steps: IssueSteps | undefined = one === 'all' ? settings.steps : projectOf(settings, one)?.steps;
    if (steps === undefined) return t('issueSettings.conflict.asAll');
    const taken = stepsInOrder.flatMap((step, index) => (steps[step] ? formats.number(index + 1) : []));
    if (taken.length === 0) return t('issueSettings.conflict.none');
    return t('issueSettings.conflict.some', { count: taken.length, steps: formats.list(taken) });
  };

  return (
    <DraftForm
      deciding={deciding}
      texts={{
        save: t('admin.settings.save'),
        saved: t('admin.settings.saved'),
        conflict: t('issueSettings.conflict.title'),
      }}
      inWords={(one, theirs, mine) => ({
        label:
          one === 'all'
            ? t('issueSettings.conflict.all')
            : (projectOf(mine, one)?.name ?? projectOf(theirs, one)?.name ?? one),
        theirs: stepsInWords(theirs, one),
        mine: stepsInWords(mine, one),
      })}
    >
      <StepsOfAll steps={draft.steps} onChange={(steps) => change({ ...draft, steps })} />
      <OwnProjects draft={draft} onChange={change} />
      <p className={layout.small}>{t('issueSettings.existing')}</p>
    </DraftForm>
  );
}
