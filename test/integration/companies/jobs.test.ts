import type { CompanyChanges } from '../../../src/contract';
import { registry } from '../../../src/store/records';
import { valueIn } from '../contacts/open-kith';
import { minute, type Site, syncedSite, user } from '../sync/open-site';

// A crash before a call leaves what a crash after the call before it leaves, so every call crashes once, after it was done.

/** 70 people of acme.example: three transactions and one slice; 4 more contacts are those of the roster. */
const users = Array.from({ length: 70 }, (_, index) => user(`user${index}`, { email: `user${index}@acme.example` }));
const calls = ({ sandbox, jira }: Site): number => sandbox.storage.meter.requests + jira.meter.calls;

type Step = 'previewCompanyChanges' | 'applyCompanyChanges' | 'undoCompanyChanges';

let site: Site;
let acme: string;

async function open(): Promise<void> {
  site = await syncedSite(users);
  acme = valueIn(await site.contacts('createCompany', { company: { name: 'Acme', domains: ['acme.example'] } })).id;
}

function changesNow(): CompanyChanges | undefined {
  for (const { value } of site.sandbox.storage.rows(registry.companyChanges.entity)) return value as CompanyChanges;
  return undefined;
}

const jobs = () => [...site.sandbox.storage.rows(registry.job.entity)].length;

/** How many contacts have the company, in storage. */
function withCompany(): number {
  const contacts = [...site.sandbox.storage.rows('contact')];
  return contacts.filter(({ value }) => (value as { companyId?: string }).companyId === acme).length;
}

const crashAt = (call: number) => () => site.sandbox.faults.crashAtCall(call, 'after');

/** Takes the step, and disturbs its job. Five-minute ticks pass until the job is over. */
async function take(step: Step, disturb: () => void = () => undefined): Promise<void> {
  const payload = step === 'previewCompanyChanges' ? { companyId: acme } : { id: changesNow()?.id ?? '' };
  valueIn(await site.contacts(step, payload as never));
  disturb();
  for (let tick = 0; tick < 24; tick++) {
    await site.idle();
    if (jobs() === 0) return site.sandbox.quiet();
    await site.sandbox.passTime(5 * minute);
  }
  throw new Error('The job did not end within two hours.');
}

const expected = {
  previewCompanyChanges: { state: 'ready', seen: 74, count: 70, applied: 0, undone: 0, leftAlone: 0 },
  applyCompanyChanges: { state: 'applied', seen: 74, count: 70, applied: 70, undone: 0, leftAlone: 0 },
  undoCompanyChanges: { state: 'undone', seen: 74, count: 70, applied: 70, undone: 70, leftAlone: 0 },
};

describe('a job that crashes', () => {
  it('at any of its platform calls ends with exact counts', async () => {
    await open();
    for (const step of ['previewCompanyChanges', 'applyCompanyChanges', 'undoCompanyChanges'] as const) {
      const before = calls(site);
      await take(step);
      expect(calls(site) - before).toBeGreaterThan(5);
    }
    for (let call = 1; call <= 16; call++) {
      await take('previewCompanyChanges', crashAt(call));
      expect({ call, ...changesNow() }).toMatchObject({ call, ...expected.previewCompanyChanges });
      await take('applyCompanyChanges', crashAt(call));
      expect({ call, ...changesNow() }).toMatchObject({ call, ...expected.applyCompanyChanges });
      expect(withCompany()).toBe(70);
      await take('undoCompanyChanges', crashAt(call));
      expect({ call, ...changesNow() }).toMatchObject({ call, ...expected.undoCompanyChanges });
      expect(withCompany()).toBe(0);
    }
  });
});

describe('a job', () => {
  beforeEach(open);

  it('counts nothing twice when its messages come twice', async () => {
    site.sandbox.faults.set({ queueRepeated: 1 });
    await take('previewCompanyChanges');
    await take('applyCompanyChanges');
    expect(changesNow()).toMatchObject(expected.applyCompanyChanges);
    expect(withCompany()).toBe(70);
  });

  it('that the queue did not take begins by the five-minute schedule', async () => {
    site.sandbox.faults.set({ queueRequestFails: 1 });
    valueIn(await site.contacts('previewCompanyChanges', { companyId: acme }));
    site.sandbox.faults.set({ queueRequestFails: 0 });
    await site.idle();
    expect(changesNow()?.state).toBe('previewing');
    await site.sandbox.passTime(16 * minute);
    expect(changesNow()).toMatchObject(expected.previewCompanyChanges);
  });

  it('waits while storage is asked too much, says so, and goes on', async () => {
    valueIn(await site.contacts('previewCompanyChanges', { companyId: acme }));
    site.sandbox.faults.set({ storageThrottled: 0.9 });
    await site.sandbox.passTime(4 * minute);
    site.sandbox.faults.set({ storageThrottled: 0 });
    await site.sandbox.passTime(20 * minute);
    expect(changesNow()).toMatchObject(expected.previewCompanyChanges);
  });

  it('goes on while storage keeps failing, before and after it wrote', async () => {
    const failing = () => site.sandbox.faults.set({ storageFailsAfter: 0.2, storageFailsBefore: 0.2 });
    await take('previewCompanyChanges', failing);
    expect(changesNow()).toMatchObject(expected.previewCompanyChanges);
    await take('applyCompanyChanges', failing);
    expect(changesNow()).toMatchObject(expected.applyCompanyChanges);
    await take('undoCompanyChanges', failing);
    expect(changesNow()).toMatchObject(expected.undoCompanyChanges);
    expect(withCompany()).toBe(0);
  });
});
