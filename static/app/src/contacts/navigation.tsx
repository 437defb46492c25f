import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { PageHistory } from '../bridge/memory-history';
import { openHistory } from '../bridge/page-history';
import layout from '../ui/layout.module.css';
import { pathOf, type Route, routeOf } from './routes';

const LeaveDialog = lazy(() => import('../ui/leave-dialog').then((module) => ({ default: module.LeaveDialog })));

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
  const [history, setHistory] = useState<PageHistory>();
  const [place, setPlace] = useState<{ path: string; moved: boolean }>();
  const unsaved = useRef(false);
  const [asked, setAsked] = useState<Route>();

  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    void openHistory().then((opened) => {
      if (gone) return;
      setHistory(opened);
      setPlace({ path: opened.path(), moved: false });
      stop = opened.listen(() => setPlace({ path: opened.path(), moved: true }));
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, []);

  const navigation = useMemo<Navigation | undefined>(() => {
    if (history === undefined || place === undefined) return undefined;
    return {
      route: routeOf(place.path),
      go: (route) => (unsaved.current ? setAsked(route) : history.push(pathOf(route))),
      moved: place.moved,
      setUnsaved: (now) => {
        unsaved.current = now;
      },
    };
  }, [history, place]);

  if (navigation === undefined) return waiting;
  return (
    <NavigationContext.Provider value={navigation}>
      {children}
      {asked !== undefined && (
        <Suspense fallback={null}>
          <LeaveDialog
            onStay={() => setAsked(undefined)}
            onLeave={() => {
              unsaved.current = false;
              setAsked(undefined);
              history?.push(pathOf(asked));
            }}
          />
        </Suspense>
      )}
    </NavigationContext.Provider>
  );
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
