import './style/base.css';
import Button from '@atlaskit/button/new';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, lazy, StrictMode, Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { enableTheme, type PageContext, pageContext } from './bridge/calls';
import { type PageName, pageOf } from './page-of';
import { PageProvider } from './page-provider';
import { createQueryClient } from './state/query-client';
import { loadTexts } from './texts/load-texts';
import { languageOfTexts, t } from './texts/t';
import { CrashGuard } from './ui/crash-guard';
import { Notice } from './ui/notice';
import { Loading } from './ui/page-states';

const pages: Record<PageName, ComponentType> = {
  admin: lazy(() => import('./admin/admin-page')),
  contacts: lazy(() => import('./contacts/contacts-app')),
  issue: lazy(() => import('./issue/issue-panel')),
};

async function start(root: Root): Promise<void> {
  root.render(<Loading lines={2} />);
  // A host without themes shows the light one, which the styles carry as their fallback.
  enableTheme().catch(() => undefined);
  try {
    const context = await pageContext();
    await loadTexts(context.locale);
    document.documentElement.lang = languageOfTexts();
    root.render(<App context={context} />);
  } catch {
    root.render(
      <Notice
        look="error"
        title={t('shared.noContext.title')}
        announced
        actions={<Button onClick={() => void start(root)}>{t('shared.tryAgain')}</Button>}
      >
        {t('shared.noContext.body')}
      </Notice>,
    );
  }
}

const queryClient = createQueryClient();

function App({ context }: { context: PageContext }) {
  const name = pageOf(context.moduleKey, context.extensionType);
  if (name === undefined) {
    return (
      <Notice look="error" title={t('shared.unknownModule.title')} announced>
        {t('shared.unknownModule.body')}
      </Notice>
    );
  }
  const Page = pages[name];
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <PageProvider locale={context.locale} timeZone={context.timeZone}>
          <CrashGuard>
            <Suspense fallback={<Loading lines={3} />}>
              <Page />
            </Suspense>
          </CrashGuard>
        </PageProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}

const element = document.getElementById('root');
if (element !== null) void start(createRoot(element));
