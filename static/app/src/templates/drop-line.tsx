import type { DragState } from './drag';
import styles from './templates.module.css';

/** Where the dragged item would come. */
export function DropLine({ edge }: Pick<DragState, 'edge'>) {
  if (edge !== 'top' && edge !== 'bottom') return null;
  return <div aria-hidden="true" className={`${styles.line} ${edge === 'top' ? styles.lineTop : styles.lineBottom}`} />;
}
