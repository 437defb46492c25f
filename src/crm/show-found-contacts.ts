import type { Contact } from '../contract/contact';
import type { ContactRecord } from '../domain/contact';
import type { Site } from '../jira/site-url';
import { noteSeen, recallSeen, seenMark } from '../store/last-seen';
import { type ReadRecords, type RecordRef, readRecords } from '../store/read-records';
import { withDefault } from '../store/read-state';
import { singleKeys } from '../store/records';
import { type SyncState, stateBeforeFirstUse } from '../store/sync-state';
import { contactView, type Surroundings } from './contact-view';
import { siteUrlFor, surroundingRefs } from './read-surroundings';

export interface Showing {
  site: Site;
  /** The state, when it was read strictly before the contacts were found. */
  state?: SyncState;
  /** The state is wanted also where no contact needs it. */
  needsState: boolean;
  /** So many keys may be read. Only what is needed anyway may go beyond. */
  keys: number;
  /** State and companies may be what this process saw a moment ago: see `recallSeen`. */
  mayRecall: boolean;
}

export interface ShownContacts {
  contacts: Contact[];
  state: SyncState;
}

type Around = Omit<Surroundings, 'siteUrl'>;

/**
 * Contacts that a lagging query found, as pages see them: with the state and their companies read strictly. Those with
 * accounts are themselves read again, as many as `keys` has room for, so that nobody is shown with a Jira user that they have
 * lost since; one that was deleted is left out. Nothing is read where no contact needs it.
 *
 * @throws StorageThrottled, StorageUnavailable; when a Jira user is to be shown, also what `siteUrl` throws
 */
export async function showFoundContacts(found: readonly ContactRecord[], showing: Showing): Promise<ShownContacts> {
  const { contacts, around } = recalled(found, showing) ?? (await lookAgain(found, showing));
  const siteUrl = await siteUrlFor(contacts, around.state, showing.site);
  return { state: around.state, contacts: contacts.map((contact) => contactView(contact, { ...around, siteUrl })) };
}

/** What can be shown without reading. */
function recalled(
  found: readonly ContactRecord[],
  { site, state, needsState, mayRecall }: Showing,
): { contacts: readonly ContactRecord[]; around: Around } | undefined {
  const refs = surroundingRefs(found);
  const isPlain = refs.length === 0 && found.every(({ accounts }) => accounts.length === 0);
  if (isPlain && (state !== undefined || !needsState)) {
    return { contacts: found, around: { state: state ?? stateBeforeFirstUse, user: nothing, company: nothing } };
  }
  if (!mayRecall || refs.some(({ kind }) => kind !== 'company')) return undefined;
  const seen = recallSeen(
    site.id,
    refs.map(({ key }) => key),
  );
  return seen && { contacts: found, around: { state: seen.state, user: nothing, company: seen.company } };
}

function nothing(): undefined {
  return undefined;
}

async function lookAgain(
  found: readonly ContactRecord[],
  { site, state: given, keys }: Showing,
): Promise<{ contacts: ContactRecord[]; around: Around }> {
  const mark = seenMark();
  const known: RecordRef[] = given === undefined ? [{ kind: 'state', key: singleKeys.state }] : [];
  const needed = unique([...known, ...surroundingRefs(found)]);
  const mayHaveLost = found.filter(({ accounts }) => accounts.length > 0 && accounts.every(({ shown }) => shown));
  const again = mayHaveLost.slice(0, Math.max(0, keys - needed.length));
  const records = await readRecords([...needed, ...again.map(({ id }): RecordRef => ({ kind: 'contact', key: id }))]);
  const state = given ?? withDefault(records.get('state', singleKeys.state)).current;
  noteSeen(site.id, mark, state, companiesIn(records, needed));

  const readAgain = new Set(again.map(({ id }) => id));
  const contacts = found
    .map((contact) => (readAgain.has(contact.id) ? records.get('contact', contact.id).record : contact))
    .filter((contact) => contact !== undefined);
  // A contact that was given another company in this very moment.
  const asked = new Set(needed.map(name));
  const rest = unique(surroundingRefs(contacts)).filter((ref) => !asked.has(name(ref)));
  const more = rest.length === 0 ? records : await readRecords(rest);
  const readOf = (ref: RecordRef) => (asked.has(name(ref)) ? records : more);
  const around: Around = {
    state,
    user: (key) => readOf({ kind: 'user', key }).get('user', key).record,
    company: (key) => readOf({ kind: 'company', key }).get('company', key).record,
  };
  return { contacts, around };
}

/** How many keys have to be read to show contacts, besides the state. */
export function keysNeeded(found: readonly ContactRecord[]): number {
  return unique(surroundingRefs(found)).length;
}

function companiesIn(records: ReadRecords, refs: readonly RecordRef[]) {
  const companies = refs.filter(({ kind }) => kind === 'company');
  return new Map(companies.map(({ key }) => [key, records.get('company', key).record]));
}

function unique(refs: readonly RecordRef[]): RecordRef[] {
  return [...new Map(refs.map((ref) => [name(ref), ref])).values()];
}

function name({ kind, key }: RecordRef): string {
  return `${kind} ${key}`;
}
