import { withBridge } from './frame-page';

const site = 'http://127.0.0.1:4710';
const bridge = `<script src="/__sandbox/bridge.js" data-site="${site}"></script>`;

test.each([
  [
    '<!doctype html><html><head><title>A</title></head></html>',
    `<!doctype html><html><head>${bridge}<title>A</title></head></html>`,
  ],
  [
    '<head lang="en"><script src="./a.js"></script></head>',
    `<head lang="en">${bridge}<script src="./a.js"></script></head>`,
  ],
  ['<!doctype html><script src="./a.js"></script>', `<!doctype html>${bridge}<script src="./a.js"></script>`],
  ['<p>A header</p>', `${bridge}<p>A header</p>`],
])('the bridge is the first script of %s', (html, expected) => {
  expect(withBridge(html, site)).toBe(expected);
});
