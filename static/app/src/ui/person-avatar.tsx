import { useState } from 'react';
import { hueOf, initialsOf } from '../initials';
import styles from './person-avatar.module.css';

const hues = [styles.hue0, styles.hue1, styles.hue2, styles.hue3, styles.hue4, styles.hue5];

interface Props {
  name: string;
  imageUrl?: string | undefined;
  large?: boolean;
}

/** A person's picture, or initials where there is none or it cannot be loaded. Decoration: the name stands beside it. */
export function PersonAvatar({ name, imageUrl, large = false }: Props) {
  const [broken, setBroken] = useState<string>();
  const size = large ? ` ${styles.large}` : '';
  if (imageUrl !== undefined && imageUrl !== broken) {
    return (
      <span className={`${styles.avatar}${size}`} aria-hidden="true">
        <img className={styles.image} src={imageUrl} alt="" onError={() => setBroken(imageUrl)} />
      </span>
    );
  }
  return (
    <span className={`${styles.avatar} ${hues[hueOf(name, hues.length)]}${size}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
