import { useEffect, useState } from 'react';

/** How long typing pauses before a search is asked for. Milliseconds. */
export const typingPause = 250;

/** The value as it was when it last held still for `delay` milliseconds. */
export function useDebounced<T>(value: T, delay: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), delay);
    return () => window.clearTimeout(timer);
  }, [value, delay]);
  return settled;
}
