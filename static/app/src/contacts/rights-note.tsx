import { useRightsQuery } from '../state/use-my-rights';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';

/** Why there is no way to change or delete things here. Nothing for people who may do both, or while that is unknown. */
export function RightsNote() {
  const rights = useRightsQuery().data;
  if (rights === undefined || (rights.edit && rights.delete)) return null;
  return <p className={layout.lead}>{words(rights)}</p>;
}

function words(rights: { edit: boolean; delete: boolean }): string {
  if (rights.edit) return t('rights.notDelete');
  return rights.delete ? t('rights.notEdit') : t('rights.readOnly');
}
