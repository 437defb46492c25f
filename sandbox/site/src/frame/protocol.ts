/**
 * What an app's frame and the site say to each other over a message port. The frame greets the site with a fresh port;
 * everything else goes through that port, so no other window can join in.
 */
export const GREETING = 'kith-sandbox-frame';

/** A function cannot cross between windows; its number does. */
export interface CallbackRef {
  __callback: number;
}

export type FromFrame =
  | { type: 'call'; id: number; name: string; data: unknown }
  | { type: 'resize'; height: number }
  | { type: 'violation'; text: string };

export type ToFrame =
  | { type: 'answer'; id: number; ok: true; value: unknown }
  | { type: 'answer'; id: number; ok: false; message: string }
  | { type: 'callback'; ref: number; argument: unknown }
  | { type: 'theme'; colorMode: ColorMode }
  | { type: 'location'; location: FrameLocation; action: HistoryAction };

export type ColorMode = 'light' | 'dark';

export type HistoryAction = 'POP' | 'PUSH' | 'REPLACE';

/** A location inside the app: below the address of its page on the site. Shape of the `history` package, version 4. */
export interface FrameLocation {
  pathname: string;
  search: string;
  hash: string;
  state?: unknown;
  key: string;
}
