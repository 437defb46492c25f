import type { Chance } from '../../chance/chance';
import type { Clock } from '../../clock/clock';
import type { ProductAnswer } from '../../http';
import { MISSING_SCOPE_MESSAGE } from '../../jira/choices';
import type { ActivityLog } from '../activity/activity';
import { GATEWAY_TIMEOUT, latency, type Range, STORAGE_SCOPE_REFUSAL } from '../choices';
import type { Failure } from '../faults/failing-answers';
import * as failing from '../faults/failing-answers';
import type { Faults } from '../faults/faults';
import type { Manifest } from '../manifest/model';
import type { ReportAccounts } from '../privacy/report-accounts';
import type { PlatformCall, PlatformReply } from '../process/app-process';
import { serializeAnswer } from '../process/response';
import type { JiraProduct, StorageProduct } from '../products';
import type { Broker } from '../queue/broker';
import type { LiveInvocation } from './invocation';
import { type RoutedCall, routeCall } from './route-call';

export interface PlatformCallDeps {
  clock: Clock;
  chance: Chance;
  manifest: Manifest;
  storage: StorageProduct;
  jira: JiraProduct;
  broker: Broker;
  reportAccounts: ReportAccounts;
  faults: Faults;
  activity: ActivityLog;
  problem(text: string): void;
  callPace?: number;
}

/** Where a call leads, how long that takes, and what may go wrong on the way. */
interface Destination {
  latency: Range;
  failsBefore(): Failure | undefined;
  ask(): ProductAnswer;
  failsAfter(): Failure | undefined;
}

/**
 * Answers `__forge_fetch__`. In this order: a fault may keep the call from its product; the product does it, all at once; a
 * fault may keep its answer from the caller; the reply comes after the call's latency. A crash ends the invocation before
 * the product has done the call, or after.
 */
export class PlatformCalls {
  private readonly latency: Chance;

  constructor(private readonly deps: PlatformCallDeps) {
    this.latency = deps.chance.fork('call latency');
  }

  handle(live: LiveInvocation, call: PlatformCall, reply: (reply: PlatformReply) => void): void {
    const { manifest, problem, faults } = this.deps;
    const routed = routeCall(call, manifest, live.request.accountId);
    if (routed.to === 'nowhere') {
      const text = `The sandbox has not built ${routed.what}.`;
      problem(text);
      reply({ networkError: text });
      return;
    }
    const destination = this.destination(routed, live, call);
    const crash = faults.crashOfThisCall();
    if (crash === 'before') {
      live.crash(`crash before ${call.method} ${call.path}`);
      return;
    }
    const failure = destination.failsBefore() ?? this.ask(destination, crash !== undefined);
    if (crash === 'after') {
      live.crash(`crash after ${call.method} ${call.path}`);
      return;
    }
    const outcome: PlatformReply =
      'networkError' in failure ? { networkError: failure.networkError } : { answer: serializeAnswer(failure.answer) };
    this.later(() => reply(outcome), this.duration(live, destination, failure.timesOut ?? false));
  }

  /** A crash leaves no caller who could be told that the call failed. */
  private ask(destination: Destination, crashes: boolean): Failure {
    const answer = destination.ask();
    return (crashes ? undefined : destination.failsAfter()) ?? { answer };
  }

  private duration(live: LiveInvocation, destination: Destination, timesOut: boolean): number {
    const { faults, clock } = this.deps;
    const usual = this.latency.integer(destination.latency.low, destination.latency.high);
    if (faults.strikes('outOfTime')) return Math.max(0, live.deadline - clock.now()) + 1;
    if (timesOut) return GATEWAY_TIMEOUT;
    return faults.strikes('slowCall') ? faults.within(faults.ranges.slow) : usual * (this.deps.callPace ?? 1);
  }

  private later(action: () => void, delayMs: number): void {
    this.deps.clock.setTimer(action, delayMs);
  }

  private destination(
    routed: Exclude<RoutedCall, { to: 'nowhere' }>,
    live: LiveInvocation,
    call: PlatformCall,
  ): Destination {
    switch (routed.to) {
      case 'storage':
        return this.storage(live, call);
      case 'jira':
        return this.jira(routed, live, call);
      case 'queue':
        return this.queue(routed.operation, live, call);
      case 'report-accounts':
        return this.reportAccounts(live, call);
      case 'proxy':
        return unfailing(latency.jira, () => ({
          status: routed.status,
          headers: { 'forge-proxy-error': routed.forgeProxyError },
        }));
    }
  }

  private storage(live: LiveInvocation, call: PlatformCall): Destination {
    const { faults, manifest, storage, activity, problem } = this.deps;
    return {
      latency: latency.storage,
      failsBefore: () => {
        if (faults.strikes('storageThrottled', call.path)) return failing.storageThrottle(call.path);
        return faults.strikes('storageFailsBefore', call.path) ? failing.storageFailure(faults.chance) : undefined;
      },
      ask: () => {
        if (!manifest.scopes.has('storage:app')) {
          problem('The app uses storage without the scope storage:app.');
          return STORAGE_SCOPE_REFUSAL;
        }
        const answer = askOrNotBuilt(() => storage.handle(call.path, call.body), problem);
        activity.add({ kind: 'storage', invocation: live.id, path: call.path, status: answer.status });
        return answer;
      },
      failsAfter: () =>
        faults.strikes('storageFailsAfter', call.path) ? failing.storageFailure(faults.chance) : undefined,
    };
  }

  private jira(
    { identity, scopes }: Extract<RoutedCall, { to: 'jira' }>,
    live: LiveInvocation,
    call: PlatformCall,
  ): Destination {
    const { faults, clock, jira, activity, problem } = this.deps;
    return {
      latency: latency.jira,
      failsBefore: () => {
        if (faults.strikes('jiraBurst', call.path)) return failing.jiraBurst(faults.chance, clock.now());
        if (faults.strikes('jiraQuota', call.path)) return failing.jiraQuota(faults.chance, clock.now());
        if (faults.strikes('jiraFails', call.path)) return failing.jiraFailure(faults.chance);
        if (faults.strikes('jiraRefuses', call.path)) return failing.jiraRefusal(faults.chance);
        return faults.strikes('jiraNetworkError', call.path) ? failing.lostConnection(faults.chance) : undefined;
      },
      ask: () => {
        const { method, path, headers, body } = call;
        const before = jira.meter.points;
        const answer = askOrNotBuilt(
          () => jira.handle({ method, path, headers, ...(body !== undefined && { body }) }, identity, scopes),
          problem,
        );
        const { status } = answer;
        if (isScopeRefusal(answer)) problem(`${method} ${path} needs a scope that the manifest does not have.`);
        const points = jira.meter.points - before;
        activity.add({ kind: 'jira', invocation: live.id, as: identity.as, method, path, status, points });
        return answer;
      },
      failsAfter: () => undefined,
    };
  }

  private queue(operation: 'publish' | 'stats' | 'cancel', live: LiveInvocation, call: PlatformCall): Destination {
    const { faults, broker, activity } = this.deps;
    return {
      latency: latency.queueRequest,
      failsBefore: () =>
        faults.strikes('queueRequestFails', operation) ? failing.queueFailure(faults.chance) : undefined,
      ask: () => {
        const answer = broker[operation](call.body, live.rootId);
        activity.add({ kind: 'platform', invocation: live.id, path: call.path, status: answer.status });
        return answer;
      },
      failsAfter: () =>
        faults.strikes('queueRequestFailsAfter', operation) ? failing.queueFailureAfter(faults.chance) : undefined,
    };
  }

  private reportAccounts(live: LiveInvocation, call: PlatformCall): Destination {
    const { faults, reportAccounts, activity } = this.deps;
    return {
      latency: latency.reportAccounts,
      failsBefore: () => (faults.strikes('reportFails') ? failing.reportFailure(faults.chance) : undefined),
      ask: () => {
        const answer = reportAccounts.handle(call.body);
        activity.add({ kind: 'platform', invocation: live.id, path: call.path, status: answer.status });
        return answer;
      },
      failsAfter: () => undefined,
    };
  }
}

function isScopeRefusal({ body }: ProductAnswer): boolean {
  return typeof body === 'object' && body !== null && 'message' in body && body.message === MISSING_SCOPE_MESSAGE;
}

function unfailing(range: Range, ask: () => ProductAnswer): Destination {
  return { latency: range, failsBefore: () => undefined, ask, failsAfter: () => undefined };
}

const notBuilt = new Set(['NotBuilt', 'StoragePathUnknown']);

/** A product says by an error of its own that it has not built something; the app sees 501. */
function askOrNotBuilt(ask: () => ProductAnswer, problem: (text: string) => void): ProductAnswer {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof Error && notBuilt.has(error.name))) throw error;
    problem(error.message);
    return { status: 501, body: { errorMessages: [error.message], errors: {} } };
  }
}
