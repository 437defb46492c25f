import { reloadSite } from '../bridge/calls';

/** Reloads the page around the app, so that the parts of its newest version are loaded; where that is refused, the app alone. */
export async function reloadPage(): Promise<void> {
  try {
    await reloadSite();
  } catch {
    window.location.reload();
  }
}
