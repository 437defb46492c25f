const panel = { width: 340, height: 420 };
const slim = { width: 240, height: 420 };
const scene = { moduleKey: 'kith-issue-contact' };
const dark = { ...scene, theme: 'dark' };

const press = (name) => (page) => page.getByRole('button', { name, exact: true }).click();

/** The issue panel: who is asking, and what one can do about it. */
export const issueScenes = {
  'issue-reporter': { scene, size: panel },
  'issue-reporter-dark': { scene: dark, size: panel },
  'issue-reporter-slim': { scene, size: slim },
  'issue-why': { scene, size: panel, do: (page) => page.getByText('Why this contact and company?').click() },
  'issue-more': { scene, size: panel, do: press('Show 2 more') },
  'issue-manual-dark': { scene: { ...dark, issue: 'manual' }, size: panel },
  'issue-long': { scene: { ...scene, issue: 'long' }, size: panel },
  'issue-long-slim-dark': { scene: { ...dark, issue: 'long' }, size: slim },
  'issue-deactivated': { scene: { ...scene, issue: 'deactivated', empty: true }, size: panel },
  'issue-no-company': { scene: { ...scene, issue: 'no-company' }, size: panel },
  'issue-read-only': { scene: { ...scene, issue: 'read-only' }, size: panel },
  'issue-none': { scene: { ...scene, issue: 'none', empty: true }, size: panel },
  'issue-no-reporter-dark': { scene: { ...dark, issue: 'no-reporter' }, size: panel },
  'issue-create': {
    scene: { ...scene, issue: 'none' },
    size: panel,
    do: async (page) => {
      await press('Create contact')(page);
      await press('Create and use')(page);
      await page.getByText('Another contact has this email.').waitFor();
    },
  },
  'issue-choose': { scene, size: panel, do: press('Choose another contact') },
  'issue-choose-search-slim': {
    scene,
    size: slim,
    do: async (page) => {
      await press('Choose another contact')(page);
      await page.getByLabel('Search contacts').fill('a');
      await page.getByText('Grzegorz').waitFor();
      await page.keyboard.press('ArrowDown');
    },
  },
  'issue-choose-participants-failed': {
    scene: { ...scene, fails: 'rate-limited', failing: 'listParticipants' },
    size: panel,
    do: press('Choose another contact'),
  },
  'issue-choose-company': { scene, size: panel, do: press('Change company') },
  'issue-choose-company-slim-dark': { scene: { ...dark, issue: 'manual' }, size: slim, do: press('Change company') },
  'issue-company-refused': {
    scene: { ...scene, fails: 'forbidden', failing: 'setIssueCompany' },
    size: panel,
    do: async (page) => {
      await press('Change company')(page);
      await press('No company')(page);
      await page.getByText('You may not do this').waitFor();
    },
  },
  'issue-others-failed': {
    scene: { ...scene, fails: 'rate-limited', failing: 'listIssuesOfIssueContact' },
    size: panel,
  },
  'issue-failed': { scene: { ...scene, fails: 'not-found' }, size: panel },
  'issue-unavailable-dark': { scene: { ...dark, fails: 'rate-limited' }, size: panel },
  'issue-loading': { scene: { ...scene, hangs: true }, size: panel },
};
