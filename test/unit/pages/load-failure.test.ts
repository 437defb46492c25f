import { isLoadFailure } from '../../../static/app/src/ui/load-failure';

describe('a part of the page that is gone', () => {
  it.each([
    ['Chrome', 'Failed to fetch dynamically imported module: https://cdn.example/assets/company-dialog.js'],
    ['Firefox', 'error loading dynamically imported module: https://cdn.example/assets/company-dialog.js'],
    ['Safari', 'Importing a module script failed.'],
    ['Vite, for styles', 'Unable to preload CSS for /assets/company-dialog.css'],
  ])('is known by what it says: %s', (_, message) => {
    expect(isLoadFailure(new TypeError(message))).toBe(true);
  });

  it('is not any other mistake', () => {
    expect(isLoadFailure(new TypeError('Cannot read properties of undefined'))).toBe(false);
    expect(isLoadFailure('Failed to fetch dynamically imported module')).toBe(false);
  });
});
