import Button from '@atlaskit/button/new';
import type { QueryKey } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { t } from '../texts/t';
import { LiveRegion } from '../ui/hidden';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { Failed } from '../ui/page-states';
import { type Changes, type Offer, offerBeside, toldCount } from './changes-progress';
import { type About, ChangesView, titleOf } from './changes-view';
import { StepRefused } from './step-refused';
import { type ChangesCalls, type Step, useChanges } from './use-changes';

interface Props<C extends Changes> {
  about: About;
  calls: ChangesCalls<C>;
  queryKey: QueryKey;
  /** What is to be read again once records were changed. It must stay the same array. */
  stale: readonly QueryKey[];
  /**
   * An offer that stands out, because something was just saved: also above earlier changes. Where nobody has looked yet, a
   * quiet one instead, or nothing at all.
   */
  offer: Offer;
  /** The words of the offer that stands out, and of the quiet one. */
  words: { offer: string; quiet: string };
  /** The offer that stands out was turned down, or taken up: it need not stand out any more. */
  onDeclined?: (() => void) | undefined;
  examplesOf: (changes: C) => ReactNode;
}

/**
 * Changes of many records: looking, changing, undoing. What is under way goes on without the page, and is found here again.
 * For people who may edit.
 */
export function ChangesCard<C extends Changes>(props: Props<C>) {
  const { about, words, onDeclined, examplesOf } = props;
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { current, changes, step } = useChanges(props.calls, props.queryKey, props.stale);
  const offer = offerBeside(changes, props.offer);

  // The button that was pressed is gone by now; the focus must not be lost with it.
  const { isSuccess: taken, submittedAt } = step;
  useEffect(() => {
    if (taken && submittedAt > 0) heading.current?.focus();
  }, [taken, submittedAt]);

  const take = (asked: Step) =>
    step.mutate(asked, {
      onSuccess: () => {
        if (asked.take === 'preview') onDeclined?.();
      },
    });
  const decline = () => {
    onDeclined?.();
    heading.current?.focus();
  };
  const pending = step.isPending ? step.variables.take : undefined;
  const look = (
    <Button
      onClick={() => take({ take: 'preview' })}
      isLoading={pending === 'preview'}
      isDisabled={pending !== undefined && pending !== 'preview'}
    >
      {t(`${about}.look`)}
    </Button>
  );

  if (current.data === undefined && !current.isError) return null;
  if (current.data !== undefined && changes === undefined && offer === 'none' && !step.isError && !step.isSuccess) {
    return null;
  }
  return (
    <section className={layout.card} aria-labelledby={headingId}>
      <div className={layout.stack}>
        <h2 className={layout.h2} id={headingId} ref={heading} tabIndex={-1}>
          {t(`${about}.heading`)}
        </h2>
        <LiveRegion>{changes === undefined ? '' : titleOf(about, changes.state, toldCount(changes))}</LiveRegion>
        {step.isError && <StepRefused about={about} error={step.error} take={step.variables.take} />}
        {current.isError && (
          <Failed error={current.error} onRetry={() => void current.refetch()} retrying={current.isFetching} />
        )}
        {current.data !== undefined && offer === 'clear' && (
          <Notice
            look="information"
            announced
            actions={
              <>
                {look}
                {onDeclined !== undefined && (
                  <Button appearance="subtle" onClick={decline}>
                    {t('companyChanges.notNow')}
                  </Button>
                )}
              </>
            }
          >
            {words.offer}
          </Notice>
        )}
        {current.data !== undefined && changes === undefined && offer !== 'clear' && (
          <>
            <p>{words.quiet}</p>
            <div>{look}</div>
          </>
        )}
        {changes !== undefined && (
          <ChangesView
            about={about}
            changes={changes}
            offered={offer === 'clear'}
            pending={pending}
            onStep={take}
            examples={examplesOf(changes)}
          />
        )}
      </div>
    </section>
  );
}
