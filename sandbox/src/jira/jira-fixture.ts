import { Chance } from '../chance/chance';
import { VirtualClock } from '../clock/virtual-clock';
import type { ProductAnswer } from '../http';
import { forgetfulJournal, type Journal } from '../journal/journal';
import { generateDirectory } from './directory/generate';
import { ROSTER, withRoster } from './directory/roster';
import type { Directory } from './directory/user';
import type { Identity } from './identity';
import type { IndexedValue } from './indexed-property';
import { JiraSite } from './jira-site';
import type { JiraOptions } from './options';

export const ALL_SCOPES = ['read:jira-user', 'read:jira-work', 'write:jira-work', 'read:email-address:jira'];

export const APP: Identity = { as: 'app' };
export const NOBODY: Identity = { as: 'none' };
export const ADMIN: Identity = { as: 'user', accountId: ROSTER.admin };
export const AGENT: Identity = { as: 'user', accountId: ROSTER.agent };
export const CUSTOMER: Identity = { as: 'user', accountId: ROSTER.customer };

export interface SentEvent {
  name: string;
  payload: object;
}

export interface Call {
  as?: Identity;
  scopes?: readonly string[];
  from?: 'app' | 'browser';
  body?: string;
  headers?: Record<string, string>;
}

/** A site for one spec, with the requests that specs make of it. */
export interface Fixture {
  site: JiraSite;
  clock: VirtualClock;
  events: SentEvent[];
  get(path: string, call?: Call): ProductAnswer;
  send(method: string, path: string, body?: unknown, call?: Call): ProductAnswer;
}

/** The roster alone by default; a number asks for a generated directory of that size. */
export function openSite(
  setting: {
    users?: number | Directory;
    options?: Partial<JiraOptions>;
    journal?: Journal;
    clock?: VirtualClock;
    indexed?: readonly IndexedValue[];
  } = {},
): Fixture {
  const clock = setting.clock ?? new VirtualClock();
  const events: SentEvent[] = [];
  const { users } = setting;
  const directory =
    typeof users === 'number' ? generateDirectory({ users, seed: 1 }) : (users ?? { users: withRoster([]) });
  const site = new JiraSite({
    clock,
    chance: new Chance(1),
    journal: setting.journal ?? forgetfulJournal,
    directory,
    events: (name, payload) => events.push({ name, payload }),
    options: { usersPerEmptySlot: 0, searchLagMs: 0, ...setting.options },
    ...(setting.indexed && { indexed: setting.indexed }),
  });
  const send = (method: string, path: string, body: unknown, call: Call = {}): ProductAnswer => {
    const text = call.body ?? (body === undefined ? undefined : JSON.stringify(body));
    const base = path.startsWith('/servicedeskapi/') ? '/rest' : '/rest/api/3';
    const request = {
      method,
      path: `${base}${path}`,
      headers: call.headers ?? {},
      ...(text === undefined ? {} : { body: text }),
    };
    return site.handle(request, call.as ?? APP, call.scopes ?? ALL_SCOPES, call.from ?? 'app');
  };
  return { site, clock, events, get: (path, call) => send('GET', path, undefined, call), send };
}
