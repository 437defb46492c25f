import { useFormats } from '../page-provider';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';

/** What somebody else changed besides, which stays as they saved it. */
export function OthersChanged({ labels }: { labels: readonly string[] }) {
  const formats = useFormats();
  if (labels.length === 0) return null;
  return (
    <p className={layout.small} dir="auto">
      {t('contacts.inline.others', { labels: formats.list(labels) })}
    </p>
  );
}
