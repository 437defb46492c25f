import { lazy, type ReactNode, Suspense } from 'react';
import { admin as calls } from '../bridge/calls';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { LeaveDialog } from '../ui/leave-dialog';
import { Loading } from '../ui/page-states';
import tabs from '../ui/place-tabs.module.css';
import { type AdminTab, adminTabs, pathOfTab } from './admin-places';
import { SyncTab } from './sync-tab';
import { useAdminTab } from './use-admin-tab';

const TemplateEditor = lazy(() => import('../templates/template-editor'));
const IssuesTab = lazy(() => import('../issue-settings/issues-tab'));
const AccessEditor = lazy(() => import('../access/access-editor'));

/** The Jira admin's page: user sync, the companies of issues, the templates, and who may do what. */
export default function AdminPage() {
  const { tab, go, asked, stay, leave, setUnsaved } = useAdminTab();
  return (
    <main className={`${layout.page} ${tab === 'templates' ? '' : layout.narrow}`} aria-label={t('admin.title')}>
      <header className={layout.header}>
        <div className={layout.headerText}>
          <h1 className={layout.h1}>{t('admin.title')}</h1>
          <p className={layout.lead}>{t('admin.lead')}</p>
        </div>
      </header>
      {tab === undefined ? (
        <Loading lines={6} />
      ) : (
        <>
          <Tabs current={tab} onGo={go} />
          <Suspense fallback={<Loading lines={8} />}>{contentOf(tab, setUnsaved)}</Suspense>
        </>
      )}
      {asked && <LeaveDialog onStay={stay} onLeave={leave} />}
    </main>
  );
}

function contentOf(tab: AdminTab, setUnsaved: (unsaved: boolean) => void): ReactNode {
  switch (tab) {
    case 'sync':
      return <SyncTab onDirty={setUnsaved} />;
    case 'issues':
      return <IssuesTab onDirty={setUnsaved} />;
    case 'templates':
      return <TemplateEditor calls={calls} forbidden={t('admin.forbidden')} onDirty={setUnsaved} />;
    case 'access':
      return <AccessEditor onDirty={setUnsaved} />;
  }
}

function Tabs({ current, onGo }: { current: AdminTab; onGo: (tab: AdminTab) => void }) {
  return (
    <nav className={tabs.tabs} aria-label={t('admin.tabs.label')}>
      {adminTabs.map((tab) => (
        <a
          key={tab}
          className={tabs.tab}
          href={`#${pathOfTab(tab)}`}
          aria-current={tab === current ? 'page' : undefined}
          onClick={(event) => {
            event.preventDefault();
            onGo(tab);
          }}
        >
          {t(`admin.tabs.${tab}`)}
        </a>
      ))}
    </nav>
  );
}
