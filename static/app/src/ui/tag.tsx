import type { ReactNode } from 'react';
import { shared } from '../texts/en/shared';
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
  return <Tag look="information">{shared.jiraUser}</Tag>;
}

export function DeactivatedTag() {
  return <Tag look="warning">{shared.deactivated}</Tag>;
}
