import type { Edit } from './build-app';

/** A deliberate mistake in the app, and a seed from which on the simulation is known to find it soon. */
export interface Mutation {
  name: string;
  edits: readonly Edit[];
  seed: number;
}

const transaction = 'src/store/transaction.ts';
const decide = 'src/domain/decide.ts';
const unchangedRev = 'conditions: unchanged(write.rev, rule) };';

const withoutCondition = (kind: string): Edit => ({
  file: transaction,
  replace: [[unchangedRev, `...(write.kind === '${kind}' ? {} : { conditions: unchanged(write.rev, rule) }) };`]],
});

/** The mistakes that the design guards against, one by one. */
export const mutations: readonly Mutation[] = [
  {
    name: 'no epoch check',
    seed: 1,
    edits: [
      {
        file: 'src/domain/link.ts',
        replace: [["return record?.kind === 'link' && record.epoch === epoch;", "return record?.kind === 'link';"]],
      },
      {
        file: 'src/domain/contact.ts',
        replace: [['contact.accounts.some((account) => account.epoch === sync.epoch)', 'contact.accounts.length > 0']],
      },
      { file: 'src/crm/contact-view.ts', replace: [['if (epoch !== state.epoch) continue;', '']] },
      {
        file: decide,
        replace: [['return user.epoch === situation.epoch\n', 'return user.epoch <= situation.epoch\n']],
      },
    ],
  },
  { name: 'no condition on claims', seed: 94, edits: [withoutCondition('claim')] },
  {
    name: 'a query where a strict read belongs',
    seed: 6,
    edits: [
      {
        file: 'src/store/read-records.ts',
        replace: [
          [
            'return successfulKeys;',
            `const { results } = await kvs.entity<object>('sync-state').query().index('by-key').limit(100).getMany();
  const lagging = results.find(({ key }) => key === 'state');
  return successfulKeys.map((item) =>
    item.entityName === 'sync-state' && item.key === 'state' && lagging !== undefined ? { ...item, value: lagging.value } : item,
  );`,
          ],
        ],
      },
    ],
  },
  {
    name: 'unlink on an unreadable answer',
    seed: 13,
    edits: [
      {
        file: decide,
        replace: [
          [
            "case 'unreadable':\n      return { outcome: 'failed', recheck: lookAgain(situation) };",
            "case 'unreadable':\n      return gone(deliberation, false);",
          ],
        ],
      },
    ],
  },
  {
    name: 'unlink on a degraded answer',
    seed: 6,
    edits: [
      {
        file: decide,
        replace: [
          [
            'return situation.deletedEvent ? gone(deliberation, false) : untouched;',
            'return gone(deliberation, false);',
          ],
        ],
      },
    ],
  },
  {
    name: 'a short page taken as the end',
    seed: 1,
    edits: [
      {
        file: 'src/sync/converge-list-page.ts',
        replace: [["return 'converged';", "return users.length < page.size ? 'ended' : 'converged';"]],
      },
    ],
  },
  { name: 'no check of the revision of a contact', seed: 1, edits: [withoutCondition('contact')] },
  {
    name: 'no check of the version that a person saw',
    seed: 1,
    edits: [
      {
        file: 'src/crm/decide-update.ts',
        replace: [['if (situation.version !== before.version) return contactChanged;', '']],
      },
    ],
  },
  {
    name: 'an older reading applied',
    seed: 51,
    edits: [
      {
        file: decide,
        replace: [
          [
            'if (link !== undefined && reading.retrievedAt < link.retrievedAt) return',
            'if (link !== undefined && false) return',
          ],
        ],
      },
    ],
  },
  {
    name: 'a hop not claimed',
    seed: 1,
    edits: [
      {
        file: 'src/sync/run-hop.ts',
        replace: [
          [
            "const written = await commit([{ kind: 'run', key: runId, rev, record: claimed }]);\n  return written === 'committed' ? new RunProgress(claimed, rev + 1) : undefined;",
            'return new RunProgress(claimed, rev);',
          ],
        ],
      },
    ],
  },
  {
    name: 'retry after an unknown outcome without looking',
    seed: 195,
    edits: [
      {
        file: transaction,
        replace: [
          [
            'const found = await look(writes, conditions, decision);',
            "const found: Found = fault === 'unknown' ? 'as-read' : await look(writes, conditions, randomUUID());",
          ],
        ],
      },
    ],
  },
];
