import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../bridge/call-error';
import { contacts as calls } from '../bridge/calls';
import type { Organization, Page } from '../contract';
import { queryKeys } from '../state/query-keys';
import { useMyRights } from '../state/use-my-rights';
import { t } from '../texts/t';
import { LiveRegion } from '../ui/hidden';
import layout from '../ui/layout.module.css';
import table from '../ui/table.module.css';
import { OrganizationRow } from './organization-row';
import { withOrganization } from './with-organization';

interface Props {
  organizations: readonly Organization[];
  /** Where they are remembered. */
  queryKey: QueryKey;
  busy: boolean;
}

/** Organizations, each with its company, or with what it may be tied to. */
export function OrganizationsTable({ organizations, queryKey, busy }: Props) {
  const client = useQueryClient();
  const { edit } = useMyRights();
  const [choosing, setChoosing] = useState<string>();
  const [said, setSaid] = useState('');

  const tie = useMutation({
    mutationFn: ({ id, companyId }: { id: string; companyId: string | null }) => calls.tieOrganization(id, companyId),
    onMutate: () => setSaid(''),
    onSuccess: (tied) => {
      client.setQueryData<Page<Organization>>(queryKey, (page) => withOrganization(page, tied));
      setChoosing(undefined);
      const { name, companyName } = tied;
      setSaid(
        companyName === undefined
          ? t('organizations.untied', { name })
          : t('organizations.tied', { name, company: companyName }),
      );
      document.getElementById(nameId(tied.id))?.focus();
    },
    onError: (error) => {
      const { code } = failureOf(error);
      if (code === 'forbidden') void client.invalidateQueries({ queryKey: queryKeys.rights });
      else if (code !== 'rate-limited') void client.invalidateQueries({ queryKey });
    },
  });
  const asked = tie.variables?.id;

  return (
    <>
      <LiveRegion>{said}</LiveRegion>
      <div className={table.scroller}>
        <table className={`${table.table} ${table.folds} ${table.middle} ${busy ? table.busy : ''}`} aria-busy={busy}>
          <caption className={layout.hidden}>{t('organizations.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('organizations.one')}</th>
              <th scope="col">{t('shared.company')}</th>
            </tr>
          </thead>
          <tbody>
            {organizations.map((organization) => {
              const { id } = organization;
              return (
                <OrganizationRow
                  key={id}
                  organization={organization}
                  nameId={nameId(id)}
                  mayEdit={edit}
                  choosing={choosing === id}
                  onChoosing={(now) => {
                    tie.reset();
                    setChoosing(now ? id : undefined);
                  }}
                  pending={tie.isPending ? (asked === id ? 'this' : 'other') : undefined}
                  error={tie.isError && asked === id ? tie.error : undefined}
                  onTie={(companyId) => tie.mutate({ id, companyId })}
                />
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

function nameId(id: string): string {
  return `organization-${id}`;
}
