import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { Template } from '../contract';
import { useFormats } from '../page-provider';
import { t } from '../texts/t';
import { Notice } from '../ui/notice';
import { theirChanges } from './merge';
import styles from './templates.module.css';
import type { Saving } from './use-save-template';

interface Props {
  base: Template;
  theirs: Template;
  saving: Saving;
}

/** Somebody else arranged the template meanwhile: what they did, and what to do about it. */
export function ConflictNotice({ base, theirs, saving }: Props) {
  const formats = useFormats();
  const place = useRef<HTMLDivElement>(null);
  // It appears above what the person looks at.
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { added, removed, changed } = theirChanges(base.sections, theirs.sections);
  const lines = [
    ...(added.length > 0 ? [t('templates.conflict.added', { names: formats.list(added) })] : []),
    ...(removed.length > 0 ? [t('templates.conflict.removed', { names: formats.list(removed) })] : []),
    ...(changed.length > 0 ? [t('templates.conflict.changed', { names: formats.list(changed) })] : []),
  ];
  return (
    <div ref={place} tabIndex={-1} className={styles.conflict}>
      <Notice
        look="warning"
        title={t('templates.conflict.title')}
        announced
        actions={
          <>
            <Button appearance="primary" onClick={saving.keepMine}>
              {t('templates.conflict.keepMine')}
            </Button>
            <Button onClick={saving.useTheirs}>{t('templates.conflict.useTheirs')}</Button>
          </>
        }
      >
        <p>{t('templates.conflict.body')}</p>
        <ul className={styles.list}>
          {(lines.length === 0 ? [t('templates.conflict.moved')] : lines).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
