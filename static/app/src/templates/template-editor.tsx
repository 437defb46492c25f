import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Template, TemplateOf } from '../contract';
import { queryKeys } from '../state/query-keys';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { LeaveDialog } from '../ui/leave-dialog';
import { Failed, Loading } from '../ui/page-states';
import { Arranging } from './arranging';
import type { TemplateCalls } from './template-calls';
import styles from './templates.module.css';

const kinds: readonly TemplateOf[] = ['contact', 'company'];
/** The contract: pages ask after something under way at most every ten seconds. Milliseconds. */
const pollEvery = 10_000;

interface Props {
  calls: TemplateCalls;
  /** What to say to somebody who may not arrange templates. */
  forbidden: string;
  /** Told whether there are changes that are not saved. */
  onDirty: (dirty: boolean) => void;
  /** The page has said already that these are templates. */
  titled?: boolean;
}

/** Arranges the templates of contacts and companies: sections, and the fields in them. */
export default function TemplateEditor({ calls, forbidden, onDirty, titled = false }: Props) {
  const name = useId();
  const [of, setOf] = useState<TemplateOf>('contact');
  const [dirty, setDirty] = useState(false);
  const [asked, setAsked] = useState<TemplateOf>();
  const tellDirty = (next: boolean) => {
    setDirty(next);
    onDirty(next);
  };
  const choose = (next: TemplateOf) => {
    if (next === of) return;
    if (dirty) setAsked(next);
    else setOf(next);
  };
  return (
    <>
      <div className={styles.top}>
        <div className={layout.headerText}>
          <h2 className={titled ? layout.hidden : layout.h2}>
            {titled ? t(`templates.of.${of}`) : t('templates.heading')}
          </h2>
          <p className={layout.lead}>{t(`templates.lead.${of}`)}</p>
        </div>
        <fieldset className={styles.which}>
          <legend className={layout.hidden}>{t('templates.which')}</legend>
          {kinds.map((kind) => (
            <label key={kind} className={styles.kind}>
              <input type="radio" name={name} checked={kind === of} onChange={() => choose(kind)} />
              {t(`templates.of.${kind}`)}
            </label>
          ))}
        </fieldset>
      </div>
      <LoadedTemplate key={of} of={of} calls={calls} forbidden={forbidden} onDirty={tellDirty} />
      {asked !== undefined && (
        <LeaveDialog
          onStay={() => setAsked(undefined)}
          onLeave={() => {
            tellDirty(false);
            setOf(asked);
            setAsked(undefined);
          }}
        />
      )}
    </>
  );
}

function LoadedTemplate({ of, calls, forbidden, onDirty }: Props & { of: TemplateOf }) {
  const template = useQuery({
    queryKey: queryKeys.template(of),
    queryFn: () => calls.getTemplate(of),
    staleTime: 0,
    refetchInterval: ({ state }) => (isEmptying(state.data) ? pollEvery : false),
  });
  if (template.data !== undefined) return <Arranging template={template.data} calls={calls} onDirty={onDirty} />;
  if (!template.isError) return <Loading lines={8} />;
  return (
    <Failed
      error={template.error}
      forbidden={forbidden}
      onRetry={() => void template.refetch()}
      retrying={template.isFetching}
    />
  );
}

function isEmptying(template: Template | undefined): boolean {
  return template?.removed.some(({ emptying }) => emptying !== undefined) === true;
}
