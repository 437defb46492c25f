import type { Answer } from './person';
import { Broken, type Invocation, type PageCall, type Watcher } from './watcher';

interface Told {
  call: PageCall;
  answer: Answer;
  by: Invocation | undefined;
  watcher: Watcher;
}

/** What holds for every answer to a page. */
export const answerRules: readonly ((told: Told) => void)[] = [
  /** Off means off: nothing is shown as synced while sync was off from the question to the answer. */
  ({ call, answer, watcher }) => {
    const state = watcher.mirror.state;
    const wasOff = (state?.rev ?? 0) === call.stateRev && state?.enabled !== true;
    if (!answer.ok || !wasOff) return;
    for (const contact of contactsIn(answer.value)) {
      if (contact.synced === true)
        throw new Broken(`${call.functionKey} shows ${contact.id} as synced while sync is off`);
    }
  },
  /** A contact is shown as synced only by a link of the present epoch. */
  ({ call, answer, watcher: { mirror, lastChanges } }) => {
    if (!answer.ok || (mirror.state?.rev ?? 0) !== call.stateRev) return;
    for (const { id, synced } of contactsIn(answer.value)) {
      if (synced !== true || (lastChanges.get(id) ?? 0) > call.commits) continue;
      const isLinked = mirror.contact(id)?.accounts.some(({ epoch }) => epoch === mirror.state?.epoch) === true;
      if (!isLinked) throw new Broken(`${call.functionKey} shows ${id} as synced by a former link`);
    }
  },
  /** Synced contacts, and only they, have a Jira user. */
  ({ call, answer }) => {
    if (!answer.ok) return;
    for (const contact of contactsIn(answer.value)) {
      if ((contact.synced === true) !== (contact.jiraUser !== undefined)) {
        throw new Broken(`${call.functionKey} shows ${contact.id} synced without a Jira user, or the other way round`);
      }
    }
  },
  /** A refusal has written nothing; and what was written is not refused. */
  ({ call, answer, by }) => {
    if (!['createContact', 'updateContact', 'deleteContact'].includes(call.functionKey)) return;
    const wrote = (by?.touched.size ?? 0) > 0;
    if (!answer.ok && refusals.has(answer.code) && wrote) {
      throw new Broken(`${call.functionKey} answered ${answer.code} although it has written`);
    }
  },
  /** People change and delete only the version that they have seen. */
  ({ call, by }) => {
    const { id, version } = call.payload as { id?: string; version?: number };
    const found = id === undefined ? undefined : by?.versions.get(id);
    if (version === undefined || found === undefined || found === version) return;
    throw new Broken(`${call.functionKey} for version ${version} changed version ${found}`);
  },
  /** One call creates one contact at most. */
  ({ call, by }) => {
    const created = [...(by?.touched.values() ?? [])].filter((what) => what === 'created').length;
    if (call.functionKey === 'createContact' && created > 1)
      throw new Broken(`createContact created ${created} contacts`);
  },
];

const refusals: ReadonlySet<string> = new Set([
  'forbidden',
  'invalid',
  'not-found',
  'locked',
  'conflict',
  'rate-limited',
]);

interface Shown {
  id: string;
  synced?: boolean;
  jiraUser?: unknown;
}

function contactsIn(value: unknown): Shown[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('synced' in value && 'id' in value) return [value as Shown];
  if ('contact' in value) return contactsIn(value.contact);
  return 'items' in value && Array.isArray(value.items) ? value.items.flatMap(contactsIn) : [];
}
