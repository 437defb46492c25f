import { ROSTER } from '../../jira';
import { createSandbox } from '../../sandbox';
import type { LiveMessage } from '../api-types';
import { LiveFeed } from './live';

const manifest = `
modules: {}
app: { id: 'ari:cloud:ecosystem::app/1', runtime: { name: nodejs22.x } }
`;

describe('the live feed', () => {
  it('tells of each change to an issue, as apps on its page hear of it, until it is stopped', async () => {
    const { jira, forge, clock } = await createSandbox({ manifest, bundle: '' });
    const numbers = {
      queue: { waiting: 0, delayed: 0, running: 0 },
      storage: { reads: 0, writes: 0, readsPerMinute: 0, writesPerMinute: 0 },
      points: { used: 0, limit: 65_000, resetsAt: '2026-11-02T10:00:00.000Z' },
      invocations: 0,
    };
    const told: LiveMessage[] = [];
    const backend = { jira, activity: forge.activity, clock, numbers: () => numbers };
    const feed = new LiveFeed(backend, (message) => told.push(message));
    const { id } = jira.changeReporter('HELP-1', undefined, ROSTER.agent);
    expect(told.filter(({ type }) => type === 'issue')).toEqual([
      {
        type: 'issue',
        issue: { issueId: id, projectId: '10001', changes: [{ changeType: 'updated', atlassianId: ROSTER.agent }] },
      },
    ]);
    feed.stop();
    jira.renameIssue('HELP-1', 'Another summary');
    expect(told.filter(({ type }) => type === 'issue')).toHaveLength(1);
  });
});
