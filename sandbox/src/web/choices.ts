/** Where the browser half differs from Forge in production, and why. Each difference is here and nowhere else. */

/**
 * Production lets only Atlassian's own hosts frame an app. The sandbox's site is on this computer, so its origin is added to
 * `frame-ancestors`, and nothing is taken away.
 */
export const SITE_MAY_FRAME_THE_APP = true;

/** Production sends reports of refused content to Atlassian. Here they stay on this computer and show up in the activity. */
export const POLICY_REPORT_PATH = '/__sandbox/policy-report';

/** Production injects its bridge from Atlassian's content network, which the policy allows; here it comes from the app's own origin. */
export const BRIDGE_PATH = '/__sandbox/bridge.js';
export const THEME_PATH = '/__sandbox/theme.css';

/**
 * Jira's pictures of people come from an Atlassian host. Here they are drawn on the app's own origin, so that nothing leaves
 * this computer; the policy's `img-src 'self'` lets apps show them.
 */
export const AVATAR_PATH = '/__sandbox/avatars';

/** How often the live view is told of changes, in milliseconds, and how many lines at most at a time. */
export const LIVE_BEAT_MS = 400;
export const LIVE_LINES = 150;

/** Longest body of a request to the site's own API, in bytes; Forge's limit for front-end requests is half of it. */
export const API_BODY_BYTES = 1024 * 1024;
