import type { Access } from '../contract/access';
import type { IssueSteps, ProjectSteps } from '../contract/issue';
import type { FieldsSection, RemovedField } from '../contract/template';

/** What an admin arranged for the whole site. `version` grows with each change that a person makes. */
interface SiteConfig<V> {
  version: number;
  value: V;
  /** ISO 8601 UTC. */
  updatedAt: string;
}

export type AccessRecord = SiteConfig<Access['holders']>;

/** A template without the synced section, which comes and goes with user sync: only its place is kept. */
export interface TemplateValue {
  sections: FieldsSection[];
  removed: RemovedField[];
  /** How many sections come before the synced one. Contacts only. */
  syncedAt: number;
}

export type TemplateRecord = SiteConfig<TemplateValue>;

export interface IssueSettingsValue {
  steps: IssueSteps;
  projects: ProjectSteps[];
}

export type IssueSettingsRecord = SiteConfig<IssueSettingsValue>;
