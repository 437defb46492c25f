import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useRef, useState } from 'react';
import { domainProblem, tidyDomain } from '../rules';
import { t } from '../texts/t';
import styles from './domains-editor.module.css';
import layout from './layout.module.css';

interface Props {
  domains: readonly string[];
  most: number;
  none: string;
  onChange: (domains: string[]) => void;
  /** Text in the field that is not on the list yet. */
  onPending?: (text: string) => void;
}

/** A list of email domains: add with Enter or the button, remove one by one. Several may be pasted at once. */
export function DomainsEditor({ domains, most, none, onChange, onPending }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();

  const write = (next: string) => {
    setText(next);
    setProblem(undefined);
    onPending?.(next);
  };

  const add = () => {
    const list = [...domains];
    for (const domain of text.split(/[\s,;]+/u).map(tidyDomain)) {
      if (domain === '') continue;
      const found = domainProblem(domain, list, most);
      if (found === 'wrong') return setProblem(t('shared.domain.wrong'));
      if (found === 'too-many') return setProblem(t('shared.domain.tooMany', { most }));
      if (found === 'twice') {
        if (text.trim() === domain) return setProblem(t('shared.domain.twice'));
        continue;
      }
      list.push(domain);
    }
    if (list.length > domains.length) onChange(list);
    write('');
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
            <li key={domain} className={styles.domain}>
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
            value={text}
            placeholder={t('shared.domain.placeholder')}
            isInvalid={problem !== undefined}
            aria-describedby={`${id}-problem`}
            onChange={(event) => write(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
        </div>
        <Button onClick={add} isDisabled={text.trim() === ''}>
          {t('shared.domain.add')}
        </Button>
      </div>
      <p id={`${id}-problem`} className={styles.problem} role="alert">
        {problem}
      </p>
    </div>
  );
}
