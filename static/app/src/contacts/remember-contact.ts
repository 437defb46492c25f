import type { QueryClient } from '@tanstack/react-query';
import type { Contact } from '../contract';
import { queryKeys } from '../state/query-keys';

/** Shows a contact as it was just read or saved wherever it is shown. An older version does not replace a newer one. */
export function rememberContact(client: QueryClient, contact: Contact): void {
  client.setQueryData<Contact>(queryKeys.contact(contact.id), (known) =>
    known !== undefined && known.version > contact.version ? known : contact,
  );
  void client.invalidateQueries({ queryKey: queryKeys.contacts });
  void client.invalidateQueries({ queryKey: queryKeys.companies });
}
