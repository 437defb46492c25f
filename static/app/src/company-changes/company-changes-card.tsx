import Button from '@atlaskit/button/new';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { CompanyChangeExample } from '../contract';
import { t } from '../texts/t';
import { LiveRegion } from '../ui/hidden';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { Failed } from '../ui/page-states';
import { toldCount } from './changes-progress';
import { ChangesView, titleOf } from './changes-view';
import { StepRefused } from './step-refused';
import { type CompanyChangesCalls, type Step, useCompanyChanges } from './use-company-changes';

interface Props {
  calls: CompanyChangesCalls;
  /** The company whose domains this is about; absent: all companies. */
  companyId?: string;
  /**
   * What to show where nobody has looked yet: an offer that stands out, because something was just saved; a quiet one; or
   * nothing at all.
   */
  offer: 'clear' | 'quiet' | 'none';
  /** The offer that stands out was turned down, or taken up: it need not stand out any more. */
  onDeclined?: () => void;
  /** A contact's name as a way to the contact. Its plain name without this. */
  nameOf?: (example: CompanyChangeExample) => ReactNode;
}

/**
 * Which contacts would get another company by the domain of their email: looking, changing, undoing. What is under way goes on
 * without the page, and is found here again. For people who may edit.
 */
export function CompanyChangesCard({ calls, companyId, offer, onDeclined, nameOf }: Props) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { current, changes, step } = useCompanyChanges(calls, companyId);
  const scope = companyId === undefined ? 'all' : 'company';

  // The button that was pressed is gone by now; the focus must not be lost with it.
  const { isSuccess: taken, submittedAt } = step;
  useEffect(() => {
    if (taken && submittedAt > 0) heading.current?.focus();
  }, [taken, submittedAt]);

  const take = (asked: Step) => step.mutate(asked, { onSuccess: () => onDeclined?.() });
  const decline = () => {
    onDeclined?.();
    heading.current?.focus();
  };
  const pending = step.isPending ? step.variables.take : undefined;
  const look = (
    <Button onClick={() => take({ take: 'preview' })} isLoading={pending === 'preview'}>
      {t('companyChanges.look')}
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
          {t('companyChanges.heading')}
        </h2>
        <LiveRegion>{changes === undefined ? '' : titleOf(changes.state, toldCount(changes))}</LiveRegion>
        {step.isError && <StepRefused error={step.error} take={step.variables.take} />}
        {current.data === undefined ? (
          <Failed error={current.error} onRetry={() => void current.refetch()} retrying={current.isFetching} />
        ) : changes !== undefined ? (
          <>
            {current.isError && <Failed error={current.error} onRetry={() => void current.refetch()} />}
            <ChangesView changes={changes} pending={pending} onStep={take} nameOf={nameOf} />
          </>
        ) : offer === 'clear' ? (
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
            {t(`companyChanges.offer.${scope}`)}
          </Notice>
        ) : (
          <>
            <p>{t(`companyChanges.quiet.${scope}`)}</p>
            <div>{look}</div>
          </>
        )}
      </div>
    </section>
  );
}
