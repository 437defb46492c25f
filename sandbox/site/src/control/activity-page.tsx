import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import type { ActivityLine, LiveNumbers } from '../../../src/web/api-types';
import { useLive } from '../state/live';

const number = new Intl.NumberFormat('en');

const KINDS: Record<ActivityLine['kind'], string> = {
  event: 'Events',
  queue: 'Queue',
  schedule: 'Schedules',
  call: 'Calls',
  jira: 'Jira',
  storage: 'Storage',
  log: 'Log',
  fault: 'Trouble',
  policy: 'Page policy',
  other: 'Other',
};

export function ActivityPage() {
  const { connected, lines, numbers } = useLive();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const shown = lines.filter(({ kind }) => !hidden.has(kind));
  const toggle = (kind: string): void => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setHidden(next);
  };
  return (
    <div className="page">
      <Heading as="h1" size="large">
        What happens
      </Heading>
      <p className="quiet">The app’s work as it happens: what wakes it, what it asks of Jira and of its storage.</p>
      {connected ? null : (
        <SectionMessage appearance="warning">Not connected to the sandbox right now; trying again.</SectionMessage>
      )}
      {numbers === undefined ? null : <Numbers numbers={numbers} />}
      <fieldset className="kinds">
        <legend className="quiet">Show</legend>
        {Object.entries(KINDS).map(([kind, title]) => (
          <label key={kind}>
            <input type="checkbox" checked={!hidden.has(kind)} onChange={() => toggle(kind)} /> {title}
          </label>
        ))}
      </fieldset>
      {shown.length === 0 ? (
        <p className="quiet state">Nothing yet. Change a user or open the app, and it shows up here.</p>
      ) : (
        <ol className="activity" aria-label="Activity, newest first">
          {shown.map((line) => (
            <li key={line.number} className={line.trouble ? 'trouble' : undefined}>
              <time dateTime={line.at}>{new Date(line.at).toLocaleTimeString()}</time>
              <span>
                <Lozenge appearance={line.trouble ? 'removed' : 'default'}>{KINDS[line.kind]}</Lozenge>
              </span>
              <span className="wrap">{line.text}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Numbers({ numbers }: { numbers: LiveNumbers }) {
  const { queue, storage, points, invocations } = numbers;
  const tiles = [
    {
      title: 'Queue',
      value: queue.waiting + queue.delayed,
      detail: `${queue.running} being worked on, ${queue.delayed} for later`,
    },
    {
      title: 'Jira points this hour',
      value: points.used,
      detail: `of ${number.format(points.limit)}, new at ${new Date(points.resetsAt).toLocaleTimeString()}`,
    },
    {
      title: 'Storage writes',
      value: storage.writes,
      detail: `${number.format(storage.writesPerMinute)} units in the last minute`,
    },
    {
      title: 'Storage reads',
      value: storage.reads,
      detail: `${number.format(storage.readsPerMinute)} units in the last minute`,
    },
    { title: 'Calls of the app', value: invocations, detail: 'since the sandbox started' },
  ];
  return (
    <dl className="tiles">
      {tiles.map(({ title, value, detail }) => (
        <div key={title} className="card tile">
          <dt>{title}</dt>
          <dd className="tile-value">{number.format(value)}</dd>
          <dd className="quiet small">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
