import { ROSTER } from '../../jira';
import type { Sandbox } from '../../sandbox';
import { fixtureSandbox } from '../testing/fixture';

const withPanel = (handler: string): Promise<Sandbox> =>
  fixtureSandbox(
    { scheduled: handler },
    {
      edit: (manifest) =>
        manifest.replace(
          '  trigger:\n',
          '  jira:issueContext:\n    - { key: panel, title: Panel, label: Panel, resource: pages, dynamicProperties: { function: scheduled } }\n  trigger:\n',
        ),
    },
  );

describe('dynamic properties of an issue panel', () => {
  it('are asked of their function with the cloud id and the issue, for the person who looks', async () => {
    const sandbox = await withPanel(
      `async (payload, context) => { console.log(JSON.stringify({ payload, principal: context.principal })); return { status: { type: 'lozenge', value: { label: 'Dana', type: 'success' } } }; }`,
    );
    expect(await sandbox.panelStatus('panel', 'HELP-1', ROSTER.agent)).toEqual({
      type: 'lozenge',
      value: { label: 'Dana', type: 'success' },
    });
    const [log] = sandbox.forge.activity.recent().flatMap((entry) => (entry.kind === 'log' ? [entry.text] : []));
    expect(JSON.parse(log ?? '')).toEqual({
      payload: {
        cloudId: sandbox.jira.cloudId,
        extension: {
          type: 'jira:issueContext',
          issue: { id: '10001', key: 'HELP-1', type: 'Service Request', typeId: '10002' },
          project: { id: '10001', key: 'HELP', type: 'service_desk' },
        },
      },
      principal: { accountId: ROSTER.agent },
    });
  });

  it('are nothing when the function gives an object without a status', async () => {
    const sandbox = await withPanel('async () => ({})');
    expect(await sandbox.panelStatus('panel', 'HELP-1', ROSTER.agent)).toBeUndefined();
    sandbox.expectNoProblems();
  });

  it('are nothing when the function fails or gives another form, and that is a problem', async () => {
    const failing = await withPanel(`async () => { throw new Error('no'); }`);
    expect(await failing.panelStatus('panel', 'HELP-1', ROSTER.agent)).toBeUndefined();
    expect(failing.problems).toHaveLength(1);
    const odd = await withPanel(`async () => ({ status: { type: 'badge', value: { label: 'many' } } })`);
    expect(await odd.panelStatus('panel', 'HELP-1', ROSTER.agent)).toBeUndefined();
    expect(odd.problems).toEqual([expect.stringContaining("dynamic properties of 'panel'")]);
  });
});
