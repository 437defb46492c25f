import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useRef, useState } from 'react';
import { type DomainProblem, withTypedDomains } from '../rules';
import { t } from '../texts/t';
import styles from './domains-editor.module.css';
import layout from './layout.module.css';

export interface DomainsEditorProps {
  domains: readonly string[];
  most: number;
  none: string;
  onChange: (domains: string[]) => void;
  /** Text in the field that is not on the list yet. */
  onPending?: (text: string) => void;
  /** One of the domains that the app did not take. */
  refused?: string | undefined;
  /** What is wrong, said where the field says what is wrong with its text. */
  problem?: string | undefined;
  /** Enter in the empty field is left to the form around it. */
  enterSubmits?: boolean;
  autoFocus?: boolean;
}

/** What is wrong with the text in the field, in plain words. */
export function domainProblemText(problem: DomainProblem, most: number): string {
  if (problem === 'too-many') return t('shared.domain.tooMany', { most });
  return t(`shared.domain.${problem}`);
}

/** A list of email domains: add with Enter or the button, remove one by one. Several may be pasted at once. */
export function DomainsEditor({ domains, most, none, onChange, onPending, ...props }: DomainsEditorProps) {
  const { refused, enterSubmits = false, autoFocus = false } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [ownProblem, setProblem] = useState<string>();
  const problem = ownProblem ?? props.problem;

  const write = (next: string) => {
    setText(next);
    setProblem(undefined);
    onPending?.(next);
  };

  const add = () => {
    const added = withTypedDomains(domains, text, most);
    if (added.problem !== undefined) return setProblem(domainProblemText(added.problem, most));
    write('');
    if (added.domains.length > domains.length) onChange(added.domains);
    input.current?.focus();
  };

  const remove = (domain: string) => {
    onChange(domains.filter((other) => other !== domain));
    input.current?.focus();
  };

  return (
    <div className={`${layout.stack} ${layout.tight}`}>
      {domains.length === 0 ? (
        <p className={layout.small}>{none}</p>
      ) : (
        <ul className={styles.list}>
          {domains.map((domain) => (
            <li key={domain} className={`${styles.domain} ${domain === refused ? styles.refused : ''}`}>
              <span dir="ltr">{domain}</span>
              <button
                type="button"
                className={styles.remove}
                aria-label={t('shared.domain.remove', { domain })}
                onClick={() => remove(domain)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.add}>
        <label className={layout.hidden} htmlFor={id}>
          {t('shared.domain.label')}
        </label>
        <div className={styles.field}>
          <Textfield
            id={id}
            isCompact
            ref={input}
            autoFocus={autoFocus}
            dir="ltr"
            value={text}
            placeholder={t('shared.domain.placeholder')}
            isInvalid={problem !== undefined}
            aria-describedby={`${id}-problem`}
            onChange={(event) => write(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || (enterSubmits && text.trim() === '')) return;
              event.preventDefault();
              add();
            }}
          />
        </div>
        <Button onClick={add} isDisabled={text.trim() === ''}>
          {t('shared.domain.add')}
        </Button>
      </div>
      <p id={`${id}-problem`} className={layout.problem} role="alert">
        {problem}
      </p>
    </div>
  );
}
