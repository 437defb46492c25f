import { useQueryClient } from '@tanstack/react-query';
import { contacts as calls } from '../bridge/calls';
import type { Contact } from '../contract';
import { queryKeys } from '../state/query-keys';
import { t } from '../texts/t';
import DeleteDialog from './delete-dialog';
import { useNavigation } from './navigation';
import { removeRecord } from './remove-record';

/** Asks before a contact is deleted. */
export default function ContactRemoval({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const client = useQueryClient();
  const { go } = useNavigation();
  const { id, name, version } = contact;
  const remove = () =>
    removeRecord(
      () => calls.deleteContact({ id, version }),
      () => client.invalidateQueries({ queryKey: queryKeys.contact(id) }),
    );
  const removed = () => {
    onClose();
    client.removeQueries({ queryKey: queryKeys.contact(id) });
    void client.invalidateQueries({ queryKey: queryKeys.contacts });
    go({ page: 'contacts' });
  };
  return (
    <DeleteDialog
      title={t('contacts.remove.title')}
      body={t('contacts.remove.body', { name })}
      remove={remove}
      onRemoved={removed}
      onClose={onClose}
    />
  );
}
