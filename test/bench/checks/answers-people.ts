import { ROSTER } from '../../../sandbox/src/jira';
import { BenchSite, minute, second } from '../bench-site';
import { kith } from '../kith';

const lookEvery = second;
/** A run at its fastest, and how it goes on after its points are spent. */
const watched = 20 * minute;

/** Opens lists, contacts and panels every second while each kind of run goes on. */
export async function answersPeople(accounts = 30_000): Promise<string[]> {
  const site = await BenchSite.open(kith, accounts);
  const answers = new Map<string, number>();
  await site.admin('setSyncEnabled', { enabled: true });
  await lookAround(site, 'the initial run', answers);
  await site.untilRunEnds(0);
  await site.toFullHour();
  await site.admin('syncNow', {});
  await lookAround(site, 'a reconcile run', answers);
  await site.untilRunEnds(site.now - watched);
  await site.toFullHour();
  await site.admin('setSyncEnabled', { enabled: false });
  await lookAround(site, 'an unlink run', answers);
  const refused = [...answers].filter(([what]) => !what.startsWith('ok'));
  console.log(`        ${[...answers].map(([what, times]) => `${times} ${what}`).join('; ')}`);
  return refused.map(([what, times]) => `${times} times ${what}`);
}

async function lookAround(site: BenchSite, during: string, answers: Map<string, number>): Promise<void> {
  const since = site.now;
  const isOver = (): boolean => (kith.finishedRun(site)?.finishedAt ?? 0) >= since;
  let contactId: string | undefined;
  const look = async (moduleKey: string, name: string, payload: object, extension?: Record<string, unknown>) => {
    const visitor = { accountId: ROSTER.agent, ...(extension === undefined ? {} : { extension }) };
    const answer = (await site.sandbox.invoke(moduleKey, name, payload, visitor)) as Answer;
    const outcome = answer.ok ? 'ok' : `${answer.error?.code ?? 'no answer'} to ${name}`;
    const what = `${outcome} during ${during}`;
    answers.set(what, (answers.get(what) ?? 0) + 1);
    return answer;
  };
  while (!isOver() && site.now - since < watched) {
    const list = await look('kith-contacts', 'listContacts', { limit: 25 });
    contactId = list.value?.items?.[0]?.id ?? contactId;
    if (contactId !== undefined) await look('kith-contacts', 'getContact', { id: contactId });
    await look('kith-issue-contact', 'getIssueContact', {}, { issue: { key: 'HELP-1' } });
    await site.sandbox.passTime(lookEvery);
  }
}

interface Answer {
  ok: boolean;
  value?: { items?: { id: string }[] };
  error?: { code: string };
}
