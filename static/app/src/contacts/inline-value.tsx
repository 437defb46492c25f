import { IconButton } from '@atlaskit/button/new';
import CheckIcon from '@atlaskit/icon/core/check-mark';
import CrossIcon from '@atlaskit/icon/core/cross';
import EditIcon from '@atlaskit/icon/core/edit';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { t } from '../texts/t';
import { Hidden } from '../ui/hidden';
import layout from '../ui/layout.module.css';
import styles from './inline-value.module.css';

export interface ControlProps<D> {
  id: string;
  draft: D;
  onChange: (draft: D) => void;
  /** Chosen for good: saves at once. */
  onChoose: (draft: D) => void;
  invalid: boolean;
  describedBy: string | undefined;
  ariaLabel: string;
}

interface Props<D> {
  label: string;
  /** The value as it is read; undefined where there is none. */
  shown: ReactNode | undefined;
  /** What to say where there is none. */
  none?: string;
  /** The value holds a link or a button of its own, so that it cannot be pressed as a whole. */
  withLink?: boolean;
  mayEdit: boolean;
  /** Enter begins a new line; Ctrl and Enter saves. */
  manyLines?: boolean;
  help?: string | undefined;
  /** What stands in the control when editing begins. */
  start: () => D;
  problemOf: (draft: D) => string | undefined;
  /** Answers with what is wrong with the value; undefined when it was saved, or given up. */
  save: (draft: D) => Promise<string | undefined>;
  control: (control: ControlProps<D>) => ReactNode;
}

/**
 * A value that turns into its control when it is pressed. Enter and leaving the control save, Escape gives up what was typed;
 * the focus then is back on the value. What cannot be saved stays in the control, with the reason.
 */
export function InlineValue<D>(props: Props<D>) {
  const { label, shown, none = t('fields.empty'), withLink = false, mayEdit } = props;
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const returns = useRef(false);

  useEffect(() => {
    if (editing || !returns.current) return;
    returns.current = false;
    opener.current?.focus();
  }, [editing]);

  const close = (focusReturns: boolean) => {
    returns.current = focusReturns;
    setEditing(false);
  };
  const value = shown ?? <span className={styles.none}>{none}</span>;
  const edit = () => setEditing(true);

  if (editing) return <Editor {...props} onClose={close} />;
  if (!mayEdit) return <div className={styles.still}>{value}</div>;
  if (withLink && shown !== undefined) {
    return (
      <div className={styles.linked}>
        <span className={styles.value}>{value}</span>
        <button ref={opener} type="button" className={styles.pencil} onClick={edit}>
          <EditIcon label="" size="small" />
          <Hidden>{t('fields.edit', { label })}</Hidden>
        </button>
      </div>
    );
  }
  return (
    <button ref={opener} type="button" className={styles.pressable} onClick={edit}>
      <span className={styles.value}>{value}</span>
      <span className={styles.sign}>
        <EditIcon label="" size="small" />
      </span>
      <Hidden>, {t('fields.edit', { label })}</Hidden>
    </button>
  );
}

function Editor<D>(props: Props<D> & { onClose: (focusReturns: boolean) => void }) {
  const { label, manyLines = false, help, start, problemOf, save, control, onClose } = props;
  const id = useId();
  const [draft, setDraft] = useState(start);
  const [problem, setProblem] = useState<string>();
  const [saving, setSaving] = useState(false);
  const busy = useRef(false);
  const touched = useRef(false);

  const commit = async (wanted: D, focusReturns: boolean) => {
    if (busy.current) return;
    if (!touched.current) return onClose(focusReturns);
    const wrong = problemOf(wanted);
    setProblem(wrong);
    if (wrong !== undefined) return;
    busy.current = true;
    setSaving(true);
    const refused = await save(wanted);
    busy.current = false;
    setSaving(false);
    setProblem(refused);
    if (refused === undefined) onClose(focusReturns || document.activeElement === document.body);
  };
  const change = (next: D) => {
    touched.current = true;
    setDraft(next);
    setProblem(undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const inMenu = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true';
    if (event.key === 'Escape' && !inMenu && !busy.current) {
      event.stopPropagation();
      onClose(true);
    } else if (event.key === 'Enter' && manyLines && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void commit(draft, true);
    }
  };
  const described = [
    ...(problem === undefined ? [] : [`${id}-problem`]),
    ...(help === undefined ? [] : [`${id}-help`]),
  ];

  return (
    // Where browsers give no focus to a button that is pressed (Safari), the form takes it: the person has not left.
    <form
      className={styles.editor}
      tabIndex={-1}
      noValidate
      aria-busy={saving}
      onSubmit={(event) => {
        event.preventDefault();
        void commit(draft, true);
      }}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        const { currentTarget, relatedTarget } = event;
        const inside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
        // A dialog above the page asks for more about what is being written.
        const above = relatedTarget instanceof Element && relatedTarget.closest('[role="dialog"]') !== null;
        // Without the window's focus, the person has not left the control for another one.
        if (!inside && !above && document.hasFocus()) void commit(draft, false);
      }}
    >
      {control({
        id,
        draft,
        onChange: change,
        onChoose: (chosen) => {
          change(chosen);
          void commit(chosen, true);
        },
        invalid: problem !== undefined,
        describedBy: described.length === 0 ? undefined : described.join(' '),
        ariaLabel: label,
      })}
      {problem !== undefined && (
        <p id={`${id}-problem`} className={layout.problem} role="alert">
          {problem}
        </p>
      )}
      {help !== undefined && (
        <p id={`${id}-help`} className={layout.small} dir="auto">
          {help}
        </p>
      )}
      <div className={styles.buttons}>
        <IconButton type="submit" icon={CheckIcon} label={t('shared.save')} spacing="compact" isLoading={saving} />
        <IconButton
          icon={CrossIcon}
          label={t('shared.cancel')}
          spacing="compact"
          appearance="subtle"
          onClick={() => onClose(true)}
        />
      </div>
    </form>
  );
}
