import { useGuardedPlace } from '../state/use-guarded-place';
import { type AdminTab, pathOfTab, tabOfPath } from './admin-places';

export interface AdminTabs {
  /** Undefined until the host has said where the page is. */
  tab: AdminTab | undefined;
  go: (tab: AdminTab) => void;
  /** Whether the person wants to go elsewhere while there are changes that are not saved. */
  asked: boolean;
  stay: () => void;
  leave: () => void;
  /** Says whether leaving the tab would lose something. */
  setUnsaved: (unsaved: boolean) => void;
}

/** Keeps the tab in the host's history. */
export function useAdminTab(): AdminTabs {
  const { at, go, stay, leave, setUnsaved } = useGuardedPlace(canonical);
  return {
    tab: at === undefined ? undefined : tabOfPath(at.path),
    go: (tab) => go(pathOfTab(tab)),
    asked: at?.asked !== undefined,
    stay,
    leave,
    setUnsaved,
  };
}

function canonical(path: string): string {
  return pathOfTab(tabOfPath(path));
}
