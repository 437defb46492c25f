import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Select from '@atlaskit/select';
import Toggle from '@atlaskit/toggle';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { FaultAction, FaultSettings } from '../../../src/web/api-types';
import { Failed, Loading } from '../shell/states';
import { api } from '../state/api';
import { say, sayFailed } from '../state/flags';

const OFTEN = [
  { value: 0, label: 'never' },
  { value: 0.1, label: 'one in ten' },
  { value: 0.5, label: 'every other one' },
  { value: 1, label: 'always' },
];

const EMAILS = [
  { value: 'none', label: 'as they should' },
  { value: 'missing-scope', label: 'refused: scope missing' },
  { value: 'not-approved', label: 'refused: app not approved' },
  { value: 'failing', label: 'failing' },
] as const;

const ACTIONS: { action: FaultAction; title: string; detail: string; button: string; done: string }[] = [
  {
    action: 'throttle-jira',
    title: 'Throttle Jira',
    detail: 'Jira answers 429 until the hour turns, as when the app has spent all its points.',
    button: 'Throttle now',
    done: 'Jira throttles the app until the hour turns',
  },
  {
    action: 'crash-next-call',
    title: 'Crash the next call',
    detail: 'The next call of the app dies in the middle of its work.',
    button: 'Crash it',
    done: 'The next call of the app will crash',
  },
  {
    action: 'run-schedules',
    title: 'Do not wait for the schedules',
    detail: 'Runs the app’s five-minute and weekly schedules now.',
    button: 'Run them now',
    done: 'The schedules run',
  },
];

export function TroublePage() {
  const queries = useQueryClient();
  const faults = useQuery({ queryKey: ['faults'], queryFn: api.faults });
  const save = useMutation({
    mutationFn: api.setFaults,
    onSuccess: (saved) => queries.setQueryData(['faults'], saved),
    onError: (error) => sayFailed('That could not be set', error),
  });
  const act = useMutation({
    mutationFn: ({ action }: (typeof ACTIONS)[number]) => api.faultAction(action),
    onSuccess: (_, { done }) => say(done),
    onError: (error) => sayFailed('That did not work', error),
  });
  if (faults.isPending) return <Loading what="the settings" />;
  if (faults.isError) return <Failed what="The settings" error={faults.error} retry={() => void faults.refetch()} />;
  const set = (change: Partial<FaultSettings>): void => save.mutate({ ...faults.data, ...change });
  const often = (id: string, label: string, value: number, change: (value: number) => void): ReactNode => (
    <Select
      inputId={id}
      aria-label={label}
      options={OFTEN}
      value={OFTEN.find((choice) => choice.value === value) ?? { value, label: `${Math.round(value * 100)} %` }}
      onChange={(choice) => {
        if (choice) change(choice.value);
      }}
    />
  );
  const { loseEvents, repeatEvents, storageFailures, storageFailuresAfterCommit, staleQueries, emails } = faults.data;
  return (
    <div className="page narrow">
      <Heading as="h1" size="large">
        Make trouble
      </Heading>
      <p className="quiet">Everything that goes wrong in the cloud now and then, when you want it.</p>
      <section className="card" aria-label="Now">
        {ACTIONS.map((item) => (
          <Setting key={item.action} title={item.title} detail={item.detail}>
            <Button onClick={() => act.mutate(item)}>{item.button}</Button>
          </Setting>
        ))}
      </section>
      <section className="card" aria-label="From now on">
        <Setting title="Lose events" detail="Jira’s events do not arrive at the app.">
          {often('lose', 'Lose events', loseEvents, (value) => set({ loseEvents: value }))}
        </Setting>
        <Setting title="Repeat events" detail="They arrive twice.">
          {often('repeat', 'Repeat events', repeatEvents, (value) => set({ repeatEvents: value }))}
        </Setting>
        <Setting title="Storage refuses" detail="The app’s storage fails and nothing is saved.">
          {often('storage', 'Storage refuses', storageFailures, (value) => set({ storageFailures: value }))}
        </Setting>
        <Setting title="Storage saves and then fails" detail="It is saved, but the app hears of a failure.">
          {often('storage-after', 'Storage saves and then fails', storageFailuresAfterCommit, (value) =>
            set({ storageFailuresAfterCommit: value }),
          )}
        </Setting>
        <Setting title="Old answers to queries" detail="Queries do not know of the latest changes yet.">
          <Toggle
            id="stale"
            label="Old answers to queries"
            isChecked={staleQueries}
            onChange={() => set({ staleQueries: !staleQueries })}
          />
        </Setting>
        <Setting title="Hidden emails" detail="How Jira answers when the app asks for emails that profiles hide.">
          <Select
            inputId="emails"
            aria-label="Hidden emails"
            options={EMAILS}
            value={EMAILS.find(({ value }) => value === emails) ?? EMAILS[0]}
            onChange={(choice) => {
              if (choice) set({ emails: choice.value });
            }}
          />
        </Setting>
      </section>
    </div>
  );
}

function Setting({ title, detail, children }: { title: string; detail: string; children: ReactNode }) {
  return (
    <div className="row setting">
      <div className="grow">
        <h2>{title}</h2>
        <p className="quiet small">{detail}</p>
      </div>
      <div className="setting-control">{children}</div>
    </div>
  );
}
