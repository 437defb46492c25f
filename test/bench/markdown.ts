import { cpus } from 'node:os';
import { markdownTable, type Result, remarksOf, rowsOf } from './results';
import { parts, titles } from './scenarios';

const introduction = `# What user sync costs

Written by \`npm run bench -- --write\`; do not edit. Everything runs on this repository's sandbox, on a virtual clock, with all
quotas of Jira and Forge enforced. *Kith* is the app; *obvious way* is [\`test/bench/naive.ts\`](../test/bench/naive.ts): one
user at a time, get what is there, set what it should be, on the same site with the same manifest. *Ratio* is Kith's figure
divided by its floor.

What is counted:

- Everything that the app did from the call that asked for it until the run was over, the five-minute schedule included.
  One account in a hundred is an app's, and no person; three in ten hide their email.
- Points: one a call and two for each user returned. Storage units: 10 KB each, rounded up for each request.
- A request that storage refused for its quota is counted as a request.
- Dollars: storage read at $0.055 and written at $1.090 a GB, functions at $0.000025 a GB-second of 512 MB (Forge: platform
  pricing, August 2026). What is free each month is not deducted; logs are not counted.
- Simulated time: with the latencies of the sandbox (storage 8 to 25 ms, Jira 40 to 160 ms) and 40,000 points an hour.
- Processor time and heap are those of the whole process, app and sandbox together; the sandbox holds the site's directory and
  storage in memory.

How the floors are found:

- Points: (2.001 + 2.02 h) N for N accounts of which the share h does not show an email; three for each user read alone.
- Jira calls: a thousand users, or ninety emails, a call. In the walk, two hundred users a call.
- Storage reads: each record that the decision rests on, once, 25 a request; an absence is a record, too. An event is
  decided alone: two requests. The walk also looks once a tick whether user sync is on.
- Storage writes: whole decisions, as many as fit into 25 operations: a creation has three, so eight share a transaction; a
  link or a clearing-up has two, a skip one. An event is written alone, once for each account. Nothing changed: none.
- Megabytes: those records at their average size, once; units: megabytes at 10 KB, or one a request if that is more.
- Simulated time: the longest of ten calls at once at middle latency, the hours that the points take, the minutes that
  the units take, and 300 invocations a second. Kith's runs see to 10,000 accounts a minute at most, on purpose: the rest of
  storage's units is left to people. The turn of the walk is spread over 20 hours, on purpose too.
- Heap: what is still in use when the part is over.`;

export function markdownOf(results: readonly Result[]): string {
  const latest = results.map(({ at }) => at).sort();
  const [model] = cpus();
  const machine = `${cpus().length} cores${model === undefined ? '' : ` (${model.model.trim()})`}`;
  const days = [latest[0], latest.at(-1)].map((at) => at?.slice(0, 10));
  const when = days[0] === days[1] ? days[0] : `${days[0]} to ${days[1]}`;
  const sections = [introduction, `Measured on ${when} with Node ${process.versions.node} on ${machine}.`];
  const sizes = [...new Set(results.map(({ accounts }) => accounts))].sort((a, b) => a - b);
  for (const part of parts) {
    sections.push(`## ${titles[part]}`);
    for (const accounts of sizes) {
      const these = results.filter((result) => result.accounts === accounts && result.part === part);
      const rows = rowsOf(these);
      if (rows === undefined) continue;
      sections.push(`### ${accounts.toLocaleString('en-US')} accounts`, markdownTable(rows));
      const remarks = remarksOf(these);
      if (remarks.length > 0) sections.push(remarks.map((line) => `- ${line}`).join('\n'));
    }
  }
  return `${sections.join('\n\n')}\n`;
}
