import type { Chance } from '../../sandbox/src/chance/chance';
import { ROSTER } from '../../sandbox/src/jira';
import { drawEmail, drawName } from './plan';
import type { StoredContact } from './stored';
import type { World } from './world';

/** What a page hears: a value, an error code of the app, or nothing at all because the function ended before it answered. */
export type Answer = { ok: true; value: unknown } | { ok: false; code: string };

/** The people at the pages: an admin, and an agent who keeps contacts. They do not wait for an answer before others act. */
export class Person {
  constructor(private readonly world: World) {}

  createContact(name: string, { email }: { email?: string }): void {
    const contact = { name, ...(email === undefined ? {} : { email }) };
    this.ask('kith-contacts', 'createContact', { contact });
  }

  editContact(chance: Chance): void {
    const contact = this.aContact(chance);
    if (contact === undefined) return;
    const changes: Record<string, unknown> = {};
    if (chance.happens(0.5))
      changes.name = chance.happens(0.3) ? this.anAccountsName(chance) : `${drawName(chance).trim()} edited`;
    if (chance.happens(0.5)) changes.email = chance.happens(0.2) ? null : drawEmail(chance);
    if (chance.happens(0.3)) changes.fields = { note: `note ${chance.integer(1, 99)}` };
    const version = chance.happens(0.15) ? Math.max(1, contact.version - 1) : contact.version;
    this.ask('kith-contacts', 'updateContact', { id: contact.id, version, changes });
    if (!chance.happens(0.25)) return;
    const others = { fields: { other: `note ${chance.integer(1, 99)}` } };
    this.ask('kith-contacts', 'updateContact', { id: contact.id, version, changes: others });
  }

  deleteContact(chance: Chance): void {
    const contact = this.aContact(chance);
    if (contact === undefined) return;
    this.ask('kith-contacts', 'deleteContact', { id: contact.id, version: contact.version });
  }

  lookAtContacts(chance: Chance): void {
    const contact = this.aContact(chance);
    if (contact !== undefined) this.ask('kith-contacts', 'getContact', { id: contact.id });
    this.ask('kith-contacts', 'listContacts', { kind: chance.pick(['all', 'synced', 'regular']), limit: 100 });
  }

  refreshContacts(chance: Chance): void {
    const ids = this.world.watcher.contacts().map(({ id }) => id);
    this.ask('kith-contacts', 'refreshContacts', { ids: ids.filter(() => chance.happens(0.5)).slice(0, 100) });
  }

  openPanel(): void {
    const [issue] = this.world.sandbox.jira.listIssues({ limit: 1 }).issues;
    if (issue === undefined) return;
    this.ask('kith-issue-contact', 'getIssueContact', {}, { issue: { id: issue.id, key: issue.key } });
  }

  setSync(enabled: boolean): void {
    this.ask('kith-admin', 'setSyncEnabled', { enabled });
  }

  changeSettings(settings: object): void {
    this.ask('kith-admin', 'updateSettings', { settings });
  }

  syncNow(): void {
    this.ask('kith-admin', 'syncNow', {});
  }

  lookAtStatus(): void {
    this.ask('kith-admin', 'getSyncStatus', {});
    this.ask('kith-admin', 'listSkippedUsers', { limit: 100 });
  }

  /** Asks and waits for the answer. */
  async askAndWait(moduleKey: string, functionKey: string, payload: unknown): Promise<Answer> {
    return this.world.sandbox.drive(this.begin(moduleKey, functionKey, payload));
  }

  /** Asks, and does not wait for the answer. */
  ask(moduleKey: string, functionKey: string, payload: unknown, extension?: Record<string, unknown>): void {
    void this.begin(moduleKey, functionKey, payload, extension);
  }

  private async begin(
    moduleKey: string,
    functionKey: string,
    payload: unknown,
    extension?: Record<string, unknown>,
  ): Promise<Answer> {
    const { world } = this;
    const accountId = moduleKey === 'kith-admin' ? ROSTER.admin : ROSTER.agent;
    const call = world.watcher.callBegins(functionKey, payload);
    world.log(`ask ${functionKey} ${JSON.stringify(payload)}`);
    let answer: Answer;
    try {
      const visitor = {
        accountId,
        accountType: 'licensed' as const,
        ...(extension === undefined ? {} : { extension }),
      };
      const result = (await world.sandbox.forge.invoke(moduleKey, functionKey, payload, visitor)) as
        | { ok: true; value: unknown }
        | { ok: false; error: { code: string } };
      answer = result.ok ? { ok: true, value: result.value } : { ok: false, code: result.error.code };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      answer = { ok: false, code: 'no answer' };
    }
    world.log(`answer to ${functionKey}: ${answer.ok ? 'ok' : answer.code}`);
    world.watcher.callEnds(call, answer);
    return answer;
  }

  private aContact(chance: Chance): StoredContact | undefined {
    const contacts = this.world.watcher.contacts();
    return contacts.length === 0 ? undefined : chance.pick(contacts);
  }

  private anAccountsName(chance: Chance): string {
    const { truth } = this.world;
    const name = truth.of(chance.pick(truth.accountIds))?.names[0];
    return name === undefined || name === '' ? 'Nobody' : name;
  }
}
