import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { useGuardedPlace } from '../state/use-guarded-place';
import layout from '../ui/layout.module.css';
import { LeaveDialog } from '../ui/leave-dialog';
import { pathOf, type Route, routeOf } from './routes';

interface Navigation {
  route: Route;
  go: (route: Route) => void;
  /** Whether the person has moved since the page was opened; a new place then takes the focus. */
  moved: boolean;
  /** Says whether leaving the place would lose something; then going elsewhere asks first. */
  setUnsaved: (unsaved: boolean) => void;
}

const NavigationContext = createContext<Navigation>({
  route: { page: 'contacts' },
  go: () => undefined,
  moved: false,
  setUnsaved: () => undefined,
});

export function useNavigation(): Navigation {
  return useContext(NavigationContext);
}

/** Keeps the place within the page in the host's history. Renders nothing until that history is there. */
export function NavigationProvider({ children, waiting }: { children: ReactNode; waiting: ReactNode }) {
  const { at, go, stay, leave, setUnsaved } = useGuardedPlace(canonical);
  const { path, moved = false, asked } = at ?? {};

  const navigation = useMemo<Navigation | undefined>(() => {
    if (path === undefined) return undefined;
    return { route: routeOf(path), go: (route) => go(pathOf(route)), moved, setUnsaved };
  }, [path, moved, go, setUnsaved]);

  if (navigation === undefined) return waiting;
  return (
    <NavigationContext.Provider value={navigation}>
      {children}
      {asked !== undefined && <LeaveDialog onStay={stay} onLeave={leave} />}
    </NavigationContext.Provider>
  );
}

function canonical(path: string): string {
  return pathOf(routeOf(path));
}

interface LinkProps {
  to: Route;
  current?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** A link to another place within the page. */
export function PlaceLink({ to, current = false, className = layout.link, children }: LinkProps) {
  const { go } = useNavigation();
  return (
    <a
      className={className}
      href={`#${pathOf(to)}`}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}

/** The first heading of a place; has the focus after moving there. */
export function PlaceHeading({ children }: { children: ReactNode }) {
  const { moved } = useNavigation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (moved) heading.current?.focus();
  }, [moved]);
  return (
    <h1 ref={heading} tabIndex={-1} className={layout.h1}>
      {children}
    </h1>
  );
}
