import ErrorIcon from '@atlaskit/icon/core/status-error';
import InformationIcon from '@atlaskit/icon/core/status-information';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

const icons = { information: InformationIcon, success: SuccessIcon, warning: WarningIcon, error: ErrorIcon };

interface Props {
  look: keyof typeof icons;
  title?: string;
  actions?: ReactNode;
  /** Says it aloud when it appears: errors at once, everything else when there is a pause. */
  announced?: boolean;
  children?: ReactNode;
}

/** A message within the page. */
export function Notice({ look, title, actions, announced = false, children }: Props) {
  const Icon = icons[look];
  const live = announced ? { role: look === 'error' ? 'alert' : 'status' } : {};
  return (
    <div className={`${styles.notice} ${styles.withIcon} ${styles[look]}`} {...live}>
      <span className={styles.icon}>
        <Icon label="" />
      </span>
      <div className={styles.body}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
