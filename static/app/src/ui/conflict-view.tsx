import type { ReactNode } from 'react';
import { t } from '../texts/t';
import layout from './layout.module.css';
import { Notice } from './notice';
import table from './table.module.css';

interface Props {
  title: string;
  rows: readonly { key: string; label: string; theirs: string; mine: string }[];
  children?: ReactNode;
}

/** Two versions of the same thing, side by side. */
export function ConflictView({ title, rows, children }: Props) {
  return (
    <div className={layout.stack}>
      <Notice look="warning" title={title} announced>
        {t('contacts.conflict.body')}
      </Notice>
      <div className={table.scroller}>
        <table className={table.table}>
          <caption className={layout.hidden}>{t('contacts.conflict.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('contacts.conflict.field')}</th>
              <th scope="col">{t('contacts.conflict.theirs')}</th>
              <th scope="col">{t('contacts.conflict.mine')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <td className={table.words} dir="auto">
                  {row.label}
                </td>
                <td dir="auto">{row.theirs === '' ? t('contacts.conflict.nothing') : row.theirs}</td>
                <td dir="auto">{row.mine === '' ? t('contacts.conflict.nothing') : row.mine}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {children}
    </div>
  );
}
