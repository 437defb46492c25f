import type { Chance } from '../../sandbox/src/chance/chance';
import { domains } from './plan';
import type { World } from './world';

/** The account manager: keeps companies, gives contacts a company by hand, and has those of domains handed out. */
export class CompanyKeeper {
  constructor(private readonly world: World) {}

  createCompany(chance: Chance): void {
    const company = { name: `Company ${chance.integer(1, 9)}`, domains: domains.filter(() => chance.happens(0.4)) };
    this.world.person.ask('kith-contacts', 'createCompany', { company });
  }

  changeCompany(chance: Chance): void {
    const company = this.aCompany(chance);
    if (company === undefined) return;
    const changes: Record<string, unknown> = {};
    if (chance.happens(0.4)) changes.name = `Company ${chance.integer(1, 99)}`;
    if (chance.happens(0.8)) changes.domains = domains.filter(() => chance.happens(0.4));
    const { id, version } = company;
    this.world.person.ask('kith-contacts', 'updateCompany', { id, version, changes });
  }

  deleteCompany(chance: Chance): void {
    const company = this.aCompany(chance);
    if (company === undefined) return;
    this.world.person.ask('kith-contacts', 'deleteCompany', { id: company.id, version: company.version });
  }

  /** Gives a contact a company, or none. */
  chooseCompany(chance: Chance): void {
    const contacts = this.world.watcher.contacts();
    if (contacts.length === 0) return;
    const { id, version } = chance.pick(contacts);
    const companyId = chance.happens(0.3) ? null : (this.aCompany(chance)?.id ?? null);
    this.world.person.ask('kith-contacts', 'updateContact', { id, version, changes: { companyId } });
  }

  /** Has companies of domains previewed; or what is ready applied, and what was applied undone. */
  changeCompanies(chance: Chance): void {
    const known = this.world.watcher.mirror.companyChanges();
    const changes = known.length > 0 && chance.happens(0.7) ? chance.pick(known) : undefined;
    const next = changes === undefined ? undefined : nextSteps[changes.state];
    const ofOne = changes === undefined ? chance.happens(0.5) : changes.companyId !== undefined;
    const page = ofOne ? 'kith-contacts' : 'kith-admin';
    const { person } = this.world;
    if (changes !== undefined && next !== undefined) {
      person.ask(page, next, { id: changes.id });
      return;
    }
    const companyId = changes?.companyId ?? this.aCompany(chance)?.id;
    if (ofOne && companyId === undefined) return;
    person.ask(page, 'previewCompanyChanges', ofOne ? { companyId } : {});
  }

  private aCompany(chance: Chance) {
    const companies = this.world.watcher.mirror.companies();
    return companies.length === 0 ? undefined : chance.pick(companies);
  }
}

const nextSteps: Record<string, string | undefined> = {
  ready: 'applyCompanyChanges',
  applied: 'undoCompanyChanges',
  failed: 'undoCompanyChanges',
};
