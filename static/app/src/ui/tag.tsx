import type { ReactNode } from 'react';
import { t } from '../texts/t';
import styles from './tag.module.css';

interface Props {
  look?: 'information' | 'success' | 'warning' | 'danger' | 'neutral';
  children: ReactNode;
}

/** A short word beside a name. Small on purpose: the issue panel shows it too. */
export function Tag({ look = 'neutral', children }: Props) {
  return <span className={`${styles.tag} ${styles[look]}`}>{children}</span>;
}

export function JiraUserTag() {
  return <Tag look="information">{t('shared.jiraUser')}</Tag>;
}

export function DeactivatedTag() {
  return <Tag look="warning">{t('shared.deactivated')}</Tag>;
}
