import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { failureOf } from '../bridge/call-error';
import { useRightsQuery } from '../state/use-my-rights';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { Empty } from '../ui/page-states';

/**
 * Keeps the page from people who may do nothing here, and tells them whom to ask. Everybody else sees it at once, before it is
 * known what exactly they may do.
 */
export function RightsGate({ children }: { children: ReactNode }) {
  const rights = useRightsQuery();
  const refused = rights.isError && failureOf(rights.error).code === 'forbidden';
  if (refused || (rights.data !== undefined && !rights.data.see && !rights.data.configure)) {
    return (
      <>
        <h1 className={layout.hidden}>{t('contacts.title')}</h1>
        <Empty title={t('rights.noAccess.title')}>{t('rights.noAccess.body')}</Empty>
      </>
    );
  }
  return (
    <>
      {rights.isError && rights.data === undefined && (
        <Notice
          look="warning"
          announced
          actions={
            <Button onClick={() => void rights.refetch()} isLoading={rights.isFetching}>
              {t('shared.tryAgain')}
            </Button>
          }
        >
          {t('rights.unread')}
        </Notice>
      )}
      {children}
    </>
  );
}
