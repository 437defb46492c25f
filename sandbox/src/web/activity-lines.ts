import type { Activity } from '../forge/activity/activity';
import type { ActivityLine } from './api-types';

type Told = Pick<ActivityLine, 'kind' | 'text' | 'trouble'>;

/** Something that happened, in a person's words; nothing for what is only of use to programs. */
export function activityLine(activity: Activity): ActivityLine | undefined {
  const told = tell(activity);
  return told && { number: activity.number + 1, at: new Date(activity.at).toISOString(), ...told };
}

function tell(activity: Activity): Told | undefined {
  switch (activity.kind) {
    case 'invocation':
      return tellInvocation(activity);
    case 'storage':
      return {
        kind: 'storage',
        text: `${activity.path} → ${activity.status}`,
        trouble: activity.status === 429 || activity.status >= 500,
      };
    case 'jira': {
      const points = activity.points === undefined ? '' : `, ${activity.points} points`;
      const text = `${activity.method} ${activity.path} as ${activity.as} → ${activity.status}${points}`;
      return { kind: 'jira', text, trouble: activity.status === 429 || activity.status >= 500 };
    }
    case 'platform':
      return { kind: 'other', text: `${activity.path} → ${activity.status}`, trouble: activity.status >= 400 };
    case 'queue':
      return {
        kind: 'queue',
        text: `${activity.event} in ${activity.queue}: ${activity.step}${detail(activity.detail)}`,
        trouble: activity.step === 'dropped' || activity.step === 'retry',
      };
    case 'event':
      return {
        kind: 'event',
        text: `${activity.name}: ${activity.step}${detail(activity.detail)}`,
        trouble: activity.step === 'lost' || activity.step === 'dropped' || activity.step === 'retry',
      };
    case 'schedule':
      return { kind: 'schedule', text: `${activity.module} is due`, trouble: false };
    case 'log':
      return { kind: 'log', text: `${activity.level}: ${activity.text}`, trouble: activity.level === 'error' };
    case 'fault':
      return { kind: 'fault', text: `${activity.fault}${detail(activity.detail)}`, trouble: true };
    case 'problem':
      return { kind: 'policy', text: activity.text, trouble: true };
  }
}

function tellInvocation(activity: Extract<Activity, { kind: 'invocation' }>): Told | undefined {
  const { outcome, durationMs, error } = activity;
  if (outcome === 'started') return undefined;
  const time = durationMs === undefined ? '' : ` after ${Math.round(durationMs)} ms`;
  return {
    kind: 'call',
    text: `${activity.function} (${activity.entry}) ${outcome}${time}${detail(error)}`,
    trouble: outcome !== 'returned',
  };
}

const detail = (text: string | undefined): string => (text === undefined ? '' : `: ${text}`);
