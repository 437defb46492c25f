import type { Timer } from '../../clock/clock';
import { activityLine } from '../activity-lines';
import type { ActivityLine, LiveMessage } from '../api-types';
import type { Backend } from '../backend';
import { LIVE_BEAT_MS, LIVE_LINES } from '../choices';

/**
 * Tells one watcher what happens, some times a second and only the latest lines, however busy the platform is. Begins with the
 * recent past.
 */
export class LiveFeed {
  private seen = -1;
  private timer: Timer | undefined;
  private readonly stopListening: () => void;
  private numbers = '';

  constructor(
    private readonly backend: Pick<Backend, 'activity' | 'clock' | 'numbers' | 'jira'>,
    private readonly tell: (message: LiveMessage) => void,
  ) {
    this.stopListening = backend.jira.onIssueUpdated((issue, actor) => {
      this.tell({ type: 'issue', issue: backend.jira.issueChanged(issue, actor) });
    });
    this.beat();
  }

  stop(): void {
    this.stopListening();
    this.timer?.cancel();
    this.timer = undefined;
  }

  private beat(): void {
    this.tellLines();
    this.tellNumbers();
    this.timer = this.backend.clock.setTimer(() => this.beat(), LIVE_BEAT_MS);
  }

  private tellLines(): void {
    const activities = this.backend.activity.recent(this.seen);
    this.seen = activities.at(-1)?.number ?? this.seen;
    const lines: ActivityLine[] = [];
    for (const activity of activities) {
      const line = activityLine(activity);
      if (line !== undefined) lines.push(line);
    }
    if (lines.length > 0) this.tell({ type: 'activity', lines: lines.slice(-LIVE_LINES) });
  }

  private tellNumbers(): void {
    const numbers = this.backend.numbers();
    const text = JSON.stringify(numbers);
    if (text === this.numbers) return;
    this.numbers = text;
    this.tell({ type: 'numbers', numbers });
  }
}
