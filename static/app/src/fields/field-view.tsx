import { openAddress } from '../bridge/calls';
import type { FieldValue, TemplateField } from '../contract';
import { useFormats } from '../page-provider';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Tag } from '../ui/tag';
import { useOpener } from '../ui/use-opener';
import { fieldText, labelsOf } from './field-text';
import styles from './fields.module.css';

interface Props {
  field: TemplateField;
  value: FieldValue;
}

/** The value of a field as people read it. Only phrasing content, so that it may stand in a button; links may not. */
export function FieldView({ field, value }: Props) {
  const formats = useFormats();
  if (field.kind === 'choice' || field.kind === 'choices') {
    return (
      <span className={styles.tags}>
        {labelsOf(field, Array.isArray(value) ? value : [String(value)]).map((label) => (
          <Tag key={label}>
            <bdi>{label}</bdi>
          </Tag>
        ))}
      </span>
    );
  }
  const text = fieldText(field, value, formats);
  if (field.kind === 'link' && isWebAddress(text)) return <LinkView url={text} />;
  if (field.kind === 'date') return <time dateTime={String(value)}>{text}</time>;
  if (field.kind === 'phone') return <bdi dir="ltr">{text}</bdi>;
  return <bdi className={field.kind === 'long-text' ? styles.lines : undefined}>{text}</bdi>;
}

/** Addresses go through the host, which asks before it leaves the site. */
function LinkView({ url }: { url: string }) {
  const opener = useOpener();
  return (
    <>
      <a
        className={layout.link}
        href={url}
        target="_blank"
        rel="noreferrer"
        dir="ltr"
        onClick={(event) => {
          event.preventDefault();
          opener.open(() => openAddress(url));
        }}
      >
        {url.replace(/^https?:\/\//iu, '').replace(/\/$/u, '')}
      </a>
      {opener.refused && (
        <span role="status" className={layout.problem}>
          {' '}
          {t('shared.openRefused')}
        </span>
      )}
    </>
  );
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//iu.test(text);
}
