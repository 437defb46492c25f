const slim = { width: 320, height: 800 };
const admin = { moduleKey: 'kith-admin', path: '/issues' };
const contact = { moduleKey: 'kith-contacts', path: '/contacts/c-1' };
const company = { moduleKey: 'kith-contacts', path: '/companies/co-1' };
const organizations = { moduleKey: 'kith-contacts', path: '/organizations' };

/** The issues of contacts and companies, what changes about them, how their company is found, and organizations. */
export const issuesScenes = {
  'issues-contact': { scene: contact },
  'issues-contact-all-dark': {
    scene: { ...contact, theme: 'dark' },
    do: async (page) => {
      const card = page.getByRole('region', { name: 'Issues', exact: true });
      await card.getByRole('button', { name: 'All', exact: true }).click();
      await card.getByRole('button', { name: 'Show more' }).click();
      await card.getByText('Cancelled').waitFor();
      await card.scrollIntoViewIfNeeded();
    },
  },
  'issues-contact-narrow': { scene: contact, size: slim },
  'issues-contact-empty': { scene: { ...contact, path: '/contacts/c-5', empty: true } },
  'issues-company': { scene: company },
  'issues-company-read-only': { scene: { ...company, rights: ['see'] } },
  'follow-offer': {
    scene: { ...contact, path: '/contacts/c-5' },
    do: async (page) => {
      await page.getByRole('button', { name: 'Edit Company' }).click();
      await page.getByRole('option').first().click();
      await page.keyboard.press('Enter');
      const offer = page.getByText('The company of this contact has changed');
      await offer.waitFor();
      await offer.scrollIntoViewIfNeeded();
    },
  },
  'follow-renamed-dark': {
    scene: { ...company, theme: 'dark' },
    do: async (page) => {
      await page.getByRole('button', { name: /Edit Name/ }).click();
      await page.keyboard.type('Nordlicht Optik SE');
      await page.keyboard.press('Enter');
      await page.getByText('This company or its contacts have changed').waitFor();
    },
  },
  'follow-previewing': { scene: { ...admin, issueChanges: 'previewing' } },
  'follow-ready-narrow': { scene: { ...admin, issueChanges: 'ready' }, size: slim },
  'follow-outdated': {
    scene: { ...admin, issueChanges: 'ready' },
    do: (page) => page.getByRole('button', { name: /^Change 1/ }).click(),
  },
  'follow-paused-dark': { scene: { ...admin, issueChanges: 'paused', theme: 'dark' } },
  'follow-applied': { scene: { ...contact, issueChanges: 'applied' } },
  'follow-undone': { scene: { ...admin, issueChanges: 'undone' } },
  'follow-failed': { scene: { ...admin, issueChanges: 'failed' } },
  'steps-all': { scene: admin },
  'steps-dark': { scene: { ...admin, theme: 'dark' } },
  'steps-narrow': { scene: admin, size: slim },
  'steps-adding': {
    scene: admin,
    do: async (page) => {
      await page.getByLabel('Add a project').click();
      await page.getByText('Human resources').waitFor();
    },
  },
  'steps-conflict': {
    scene: { ...admin, conflict: true },
    do: async (page) => {
      await page.getByLabel('Else the contact with the reporter’s email').first().click({ force: true });
      await page.getByLabel('The contact of the reporter’s account').first().click({ force: true });
      await page.getByRole('button', { name: 'Save settings' }).click();
      await page.getByText('Keep mine').waitFor();
    },
  },
  'steps-leave': {
    scene: admin,
    do: async (page) => {
      await page.getByRole('button', { name: 'Remove دعم العملاء' }).click();
      await page.getByRole('link', { name: 'Access' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  'steps-forbidden': { scene: { ...admin, fails: 'forbidden' } },
  'steps-loading': { scene: { ...admin, hangs: true } },
  organizations: { scene: organizations },
  'organizations-dark-narrow': { scene: { ...organizations, theme: 'dark' }, size: slim },
  'organizations-empty': { scene: { ...organizations, empty: true } },
  'organizations-read-only': { scene: { ...organizations, rights: ['see'] } },
  'organizations-tied': {
    scene: organizations,
    do: (page) => page.getByRole('button', { name: /^Tie شركة/ }).click(),
  },
  'organizations-gone': {
    scene: organizations,
    do: async (page) => {
      await page.getByRole('button', { name: 'Choose company for Friends of the help desk' }).click();
      await page.getByRole('option').first().click();
      await page.getByText('no longer exists.').waitFor();
    },
  },
};
