import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import Lozenge from '@atlaskit/lozenge';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppModule, PanelAnswer, SiteIssue } from '../../../src/web/api-types';
import { AppFrame } from '../bridge/app-frame';
import { api } from '../state/api';

const APPEARANCES = ['default', 'inprogress', 'moved', 'new', 'removed', 'success'] as const;

/** What the app shows beside the label of its collapsed panel. */
function Status({ status }: { status: NonNullable<PanelAnswer['status']> }) {
  const appearance = APPEARANCES.find((known) => known === status.value.type) ?? 'default';
  return <Lozenge appearance={appearance}>{status.value.label}</Lozenge>;
}

/** An app's panel: closed until somebody opens it, and only then loaded, as in Jira. */
export function ContextPanel({ module, issue }: { module: AppModule; issue: SiteIssue }) {
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState(false);
  const id = `panel-${module.key}`;
  const panel = useQuery({
    queryKey: ['panel', issue.key, module.key],
    queryFn: () => api.panel(issue.key, module.key),
    enabled: module.hasStatus && !open,
    staleTime: 0,
    retry: false,
  });
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  const { id: issueId, key, type, project } = issue;
  return (
    <section className="card panel">
      <button
        type="button"
        className="panel-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
          setOpened(true);
        }}
      >
        <Chevron label="" color="currentColor" />
        {module.title}
        {!open && panel.data?.status ? <Status status={panel.data.status} /> : null}
      </button>
      <div id={id} hidden={!open}>
        {opened ? (
          <AppFrame
            module={module}
            minHeight={120}
            extension={{
              type: module.type,
              issue: { id: issueId, key, type, typeId: '10001' },
              project: { id: project.id, key: project.key, type: project.type },
              location: window.location.href,
            }}
          />
        ) : null}
      </div>
    </section>
  );
}
