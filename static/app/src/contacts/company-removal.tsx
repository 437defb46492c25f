import { useQueryClient } from '@tanstack/react-query';
import { contacts as calls } from '../bridge/calls';
import type { Company } from '../contract';
import { queryKeys } from '../state/query-keys';
import { t } from '../texts/t';
import DeleteDialog from './delete-dialog';
import { useNavigation } from './navigation';
import { removeRecord } from './remove-record';

/** Asks before a company is deleted, and says what becomes of its contacts. */
export default function CompanyRemoval({ company, onClose }: { company: Company; onClose: () => void }) {
  const client = useQueryClient();
  const { go } = useNavigation();
  const { id, name, version, contactCount } = company;
  const remove = () =>
    removeRecord(
      () => calls.deleteCompany({ id, version }),
      () => client.invalidateQueries({ queryKey: queryKeys.company(id) }),
    );
  const removed = () => {
    onClose();
    client.removeQueries({ queryKey: queryKeys.company(id) });
    for (const stale of [queryKeys.companies, queryKeys.contacts, queryKeys.anyContact]) {
      void client.invalidateQueries({ queryKey: stale });
    }
    go({ page: 'companies' });
  };
  return (
    <DeleteDialog
      title={t('contacts.company.removeTitle')}
      body={
        contactCount === undefined
          ? t('contacts.company.removeBody', { name })
          : t('companies.removeBody', { name, count: contactCount })
      }
      remove={remove}
      onRemoved={removed}
      onClose={onClose}
    />
  );
}
