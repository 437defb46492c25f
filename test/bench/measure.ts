import type { BenchSite } from './bench-site';

/** What a part of the benchmark used, from its beginning to its end. */
export interface Use {
  jiraCalls: number;
  points: number;
  readRequests: number;
  writeRequests: number;
  /** Of the storage requests: answered 429. */
  throttled: number;
  readUnits: number;
  writeUnits: number;
  bytesRead: number;
  bytesWritten: number;
  simulatedMs: number;
  gigabyteSeconds: number;
  invocations: number;
  cpuMs: number;
  peakHeapBytes: number;
}

const writePaths = /\/(set|delete|transaction)$/;
const sampleEveryMs = 25;

type Meters = Omit<Use, 'cpuMs' | 'peakHeapBytes'>;

/** Does the work and tells what it used. `endOf`: the moment at which it was over, if that was before the work returned. */
export async function measure(site: BenchSite, work: () => Promise<void>, endOf?: () => number): Promise<Use> {
  globalThis.gc?.();
  const began = { meters: metersOf(site), cpu: process.cpuUsage() };
  let peakHeapBytes = process.memoryUsage().heapUsed;
  const sampling = setInterval(() => {
    peakHeapBytes = Math.max(peakHeapBytes, process.memoryUsage().heapUsed);
  }, sampleEveryMs);
  try {
    await work();
  } finally {
    clearInterval(sampling);
  }
  const { user, system } = process.cpuUsage(began.cpu);
  const meters = difference(metersOf(site), began.meters);
  if (endOf !== undefined) meters.simulatedMs = endOf() - began.meters.simulatedMs;
  return { ...meters, cpuMs: (user + system) / 1000, peakHeapBytes };
}

function metersOf({ sandbox, now }: BenchSite): Meters {
  const { requestsByPath, throttled, readUnits, writeUnits, bytesRead, bytesWritten } = sandbox.storage.meter;
  const requests = { read: 0, write: 0 };
  for (const [path, count] of Object.entries(requestsByPath)) {
    requests[writePaths.test(path) ? 'write' : 'read'] += count;
  }
  const { gigabyteSeconds, invocations } = sandbox.forge.totals;
  return {
    jiraCalls: sandbox.jira.meter.calls,
    points: sandbox.jira.meter.points,
    readRequests: requests.read,
    writeRequests: requests.write,
    throttled,
    readUnits,
    writeUnits,
    bytesRead,
    bytesWritten,
    simulatedMs: now,
    gigabyteSeconds,
    invocations,
  };
}

function difference(after: Meters, before: Meters): Meters {
  const result = { ...after };
  for (const name of Object.keys(after) as (keyof Meters)[]) result[name] = after[name] - before[name];
  return result;
}
