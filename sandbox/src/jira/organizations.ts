import type { Journal } from '../journal/journal';
import { PROJECTS } from './projects';

/** An organization of the service desk: customers who share their requests. */
export interface Organization {
  id: string;
  name: string;
  /** Account ids, in the order of their ids. */
  members: string[];
  /** Ids of the projects that it belongs to. */
  projectIds: string[];
}

/** An organization of the one service desk that a site begins with. */
export const newOrganization = (id: string, name: string, members: readonly string[]): Organization => ({
  id,
  name,
  members: [...new Set(members)].sort(),
  projectIds: PROJECTS.filter(({ type }) => type === 'service_desk').map((project) => project.id),
});

const ORGANIZATIONS = 'jira:organizations';

/** The organizations of the site, in memory, written through to the journal. */
export class Organizations {
  private readonly byId = new Map<string, Organization>();

  constructor(private readonly journal: Journal) {}

  /** Takes what the journal holds. */
  restore(): void {
    for (const { key, value } of this.journal.load(ORGANIZATIONS)) this.byId.set(key, value as Organization);
  }

  /** By id, lowest first. */
  list(): Organization[] {
    return [...this.byId.values()].sort((a, b) => Number(a.id) - Number(b.id));
  }

  find(id: string): Organization | undefined {
    return this.byId.get(id);
  }

  named(name: string): Organization | undefined {
    return [...this.byId.values()].find((organization) => organization.name.toLowerCase() === name.toLowerCase());
  }

  ofMember(accountId: string): Organization[] {
    return this.list().filter(({ members }) => members.includes(accountId));
  }

  put(organization: Organization): void {
    organization.members.sort();
    this.byId.set(organization.id, organization);
    this.journal.put(ORGANIZATIONS, organization.id, organization);
  }

  remove(id: string): void {
    this.byId.delete(id);
    this.journal.remove(ORGANIZATIONS, id);
  }

  nextId(): string {
    return String(Math.max(0, ...[...this.byId.keys()].map(Number)) + 1);
  }
}
