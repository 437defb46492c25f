import { type ReactNode, useEffect } from 'react';
import { useRoute } from '../state/route';
import { Flags } from './flags';
import { SideNav } from './side-nav';
import { TopBar } from './top-bar';

export function Shell({ children }: { children: ReactNode }) {
  const { pathname } = useRoute();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the title of an app's page lasts until the address changes
  useEffect(() => {
    document.title = 'Harbour Light';
  }, [pathname]);
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the page
      </a>
      <TopBar />
      <div className="frame">
        <SideNav />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <Flags />
    </>
  );
}
