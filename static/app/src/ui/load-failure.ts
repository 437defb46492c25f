/**
 * Whether a part of the page could not be loaded, as after an update of the app took it away. Browsers word this differently,
 * and Vite in its own way for styles; React keeps the failure, so that trying again shows the same.
 */
export function isLoadFailure(error: unknown): boolean {
  return error instanceof Error && loadFailures.test(error.message);
}

const loadFailures = /dynamically imported module|importing a module script failed|unable to preload css/iu;
