const key = 'kith.people-in-last-run';

/** How many people the last finished run counted, as this browser remembers it. */
export function readLastTotal(): number | undefined {
  try {
    const total = Number(window.localStorage.getItem(key));
    return Number.isSafeInteger(total) && total > 0 ? total : undefined;
  } catch {
    return undefined;
  }
}

/** A browser that keeps nothing only loses an estimate. */
export function rememberLastTotal(total: number): void {
  try {
    window.localStorage.setItem(key, String(total));
  } catch {
    return;
  }
}
