import { useState } from 'react';
import type { FieldValue, TemplateField } from '../contract';
import { FieldView } from '../fields/field-view';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';

const longFrom = 200;
const mostLines = 4;

/** The value of a field of the template; of a long text its beginning, until somebody wants all of it. */
export function PanelField({ field, value }: { field: TemplateField; value: FieldValue }) {
  const [isWhole, setWhole] = useState(false);
  const start = typeof value === 'string' && field.kind === 'long-text' ? beginningOf(value) : undefined;
  if (isWhole || start === undefined) return <FieldView field={field} value={value} />;
  return (
    <>
      <FieldView field={field} value={start} />{' '}
      <button type="button" className={layout.link} onClick={() => setWhole(true)}>
        {t('issues.more')}
      </button>
    </>
  );
}

/** The beginning of a text that is too long for the panel; undefined for one that is not. */
function beginningOf(text: string): string | undefined {
  const start = text.split('\n').slice(0, mostLines).join('\n').slice(0, longFrom).trimEnd();
  return start.length < text.trimEnd().length ? `${start} …` : undefined;
}
