import type { Clock } from '../clock/clock';
import type { ActivityLog } from '../forge/activity/activity';
import type { Faults } from '../forge/faults/faults';
import type { Installation } from '../forge/installation';
import type { PanelStatus } from '../forge/invocation/dynamic-properties';
import type { Manifest } from '../forge/manifest/model';
import type { Translations } from '../forge/translations/translations';
import type { JiraSite } from '../jira';
import type { LiveNumbers } from './api-types';

/** What the browser half of the sandbox needs of the platform half. */
export interface Backend {
  clock: Clock;
  manifest: Manifest;
  translations: Translations;
  installation: Installation;
  jira: JiraSite;
  activity: ActivityLog;
  faults: Faults;
  numbers(): LiveNumbers;
  /** What the app asked for that production would refuse, logged and thrown errors; oldest first. */
  problems(): readonly string[];
  /** Calls a resolver as the browser's bridge does. @throws Error with the message that the page gets to see */
  invoke(call: ResolverCall): Promise<unknown>;
  /** What the app's panel shows on the issue while it is collapsed; undefined: nothing. */
  panelStatus(moduleKey: string, issueKey: string, accountId: string): Promise<PanelStatus | undefined>;
  /** Runs every scheduled trigger once, now. */
  runSchedules(): void;
}

export interface ResolverCall {
  moduleKey: string;
  functionKey: string;
  payload: unknown;
  extension: Record<string, unknown>;
  accountId: string;
  /** The person's language, as Jira has it. */
  locale: string;
}
