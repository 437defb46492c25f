import type { ChangesState, Company, CompanyChanges, Result } from '../src/contract';
import { companies, contacts } from './people';

export interface CompanyScene {
  conflict?: boolean;
  /** How far company changes are, or `paused` while they are made; there are none without it. */
  changes?: ChangesState | 'paused' | undefined;
}

const ok = (value: unknown): Result<unknown> => ({ ok: true, value });

function changesIn({ changes }: CompanyScene): CompanyChanges | undefined {
  if (changes === undefined || changes === 'discarded') return undefined;
  const counts = { seen: 1840, count: 23, applied: 0, undone: 0, leftAlone: 0 };
  if (changes === 'applying' || changes === 'paused' || changes === 'failed') counts.applied = 9;
  if (changes === 'applied' || changes === 'undoing' || changes === 'undone')
    Object.assign(counts, { applied: 21, leftAlone: 2 });
  if (changes === 'undoing') counts.undone = 8;
  if (changes === 'undone') counts.undone = 21;
  const changed: CompanyChanges = {
    id: 'co-1.1',
    companyId: 'co-1',
    state: changes === 'paused' ? 'applying' : changes,
    ...counts,
    examples: contacts.slice(0, 6).map(({ id, name, email }, index) => ({
      contactId: id,
      name,
      ...(email === undefined ? {} : { email }),
      ...(index % 3 === 0 ? {} : { from: companies[1]?.name ?? '' }),
      ...(index % 3 === 2 ? {} : { to: companies[0]?.name ?? '' }),
    })),
    startedAt: new Date(Date.now() - 60_000).toISOString(),
  };
  if (changes === 'paused') changed.pausedUntil = new Date(Date.now() + 300_000).toISOString();
  return changed;
}

/** The answers about companies and what their domains change. `conflict`: somebody else saves first. */
export const companyAnswers: Record<
  string,
  (payload: Record<string, unknown>, scene: CompanyScene) => Result<unknown>
> = {
  getCompanyChanges: (_, scene) => {
    const changes = changesIn(scene);
    return ok(changes === undefined ? {} : { changes });
  },
  previewCompanyChanges: (_, scene) => {
    scene.changes = 'previewing';
    return ok(changesIn(scene));
  },
  applyCompanyChanges: () => ({
    ok: false,
    error: { code: 'conflict', message: 'The domains were changed meanwhile.' },
  }),
  updateCompany: ({ id, changes }, scene) => {
    const found = companies.find((one) => one.id === id);
    if (found === undefined) return { ok: false, error: { code: 'not-found', message: 'No such company.' } };
    const { domains, fields, ...rest } = changes as Partial<Company>;
    if (scene.conflict === true) {
      scene.conflict = false;
      Object.assign(found, { version: found.version + 1, name: 'Renamed by somebody else' });
      return { ok: false, error: { code: 'conflict', message: 'A newer version exists.' } };
    }
    const free = domains?.find((domain) => domain === 'gmail.com');
    if (free !== undefined) {
      const message = 'Everybody can have an email there.';
      return { ok: false, error: { code: 'invalid', message, domain: { name: free, because: 'free-mail' } } };
    }
    Object.assign(found, rest, domains === undefined ? {} : { domains }, { fields: { ...found.fields, ...fields } });
    found.version += 1;
    return ok({ ...found });
  },
  deleteCompany: () => ({ ok: false, error: { code: 'unavailable', message: 'Lost.' } }),
};
