import { shown } from './build/account';
import { contact } from './build/contact';
import { settings } from './build/settings';
import { World } from './build/world';

let world: World;

beforeEach(() => {
  world = new World();
  world.settings = settings({ companyFromDomain: true });
  world.put('companyDomain', 'acme.example', { companyId: 'acme' });
  world.put('companyDomain', 'globex.example', { companyId: 'globex' });
});

describe('a contact that sync creates', () => {
  it('gets the company of its email domain', () => {
    expect(world.synced('ann', { email: shown('ann@Acme.example') }).companyId).toBe('acme');
  });

  it('gets none when no company has the domain, nor for a subdomain', () => {
    expect(world.synced('ann', { email: shown('ann@mail.acme.example') }).companyId).toBeUndefined();
  });

  it('gets none while the setting is off', () => {
    world.settings = settings({ companyFromDomain: false });
    expect(world.synced('ann', { email: shown('ann@acme.example') }).companyId).toBeUndefined();
  });
});

describe('a contact whose email moves to another domain', () => {
  it('gets the company of that domain', () => {
    const { id } = world.synced('ann', { email: shown('ann@acme.example') });
    world.account('ann', { email: shown('ann@globex.example') });
    world.converge('ann');
    expect(world.contact(id)?.companyId).toBe('globex');
  });

  it('keeps its company when no company has the new domain', () => {
    const { id } = world.synced('ann', { email: shown('ann@acme.example') });
    world.account('ann', { email: shown('ann@elsewhere.example') });
    world.converge('ann');
    expect(world.contact(id)?.companyId).toBe('acme');
  });
});

describe('a company that a person chose', () => {
  it('stays when the contact is linked', () => {
    const email = 'ann@acme.example';
    world.person(contact('c', { name: 'Ann', email, companyId: 'globex', companySetByPerson: true }));
    world.account('ann', { email: shown(email) });
    world.converge('ann');
    expect(world.contact('c')?.companyId).toBe('globex');
  });

  it('stays also when it is none', () => {
    const email = 'ann@acme.example';
    world.person(contact('c', { name: 'Ann', email, companySetByPerson: true }));
    world.account('ann', { email: shown(email) });
    world.converge('ann');
    expect(world.contact('c')?.companyId).toBeUndefined();
  });
});

describe('an international domain', () => {
  it('is the same in Unicode and in Punycode', () => {
    world.put('companyDomain', 'xn--mller-kva.example', { companyId: 'mueller' });
    expect(world.synced('ann', { email: shown('ann@müller.example') }).companyId).toBe('mueller');
    expect(world.synced('ben', { email: shown('ben@xn--mller-kva.example') }).companyId).toBe('mueller');
  });
});

describe('a contact that sync does not move to another domain', () => {
  it('keeps the company it has when others come to own its domain', () => {
    const { id } = world.synced('ann', { email: shown('ann@acme.example') });
    world.put('companyDomain', 'acme.example', { companyId: 'globex' });
    world.account('ann', { email: shown('ann.marsh@acme.example'), name: 'Ann Marsh' });
    world.converge('ann');
    expect(world.contact(id)).toMatchObject({ name: 'Ann Marsh', companyId: 'acme' });
  });
});
