import { createHash } from 'node:crypto';
import { contentSecurityPolicy, frameSandbox } from './policy';

const origins = { site: 'http://127.0.0.1:4710', app: 'http://127.0.0.1:4711' };
const policyOf = (html: string, content = { styles: [] as string[], scripts: [] as string[] }) =>
  new Map(
    contentSecurityPolicy(html, content, origins)
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
  );

describe('the policy of an app page', () => {
  test('allows scripts of the app itself and inline scripts of the built page by their hash, and no others', () => {
    const script = 'console.log(1)';
    const hash = createHash('sha256').update(script).digest('base64');
    const sources = policyOf(`<head><script>${script}</script></head>`).get('script-src') ?? [];
    expect(sources).toContain("'self'");
    expect(sources).toContain(`'sha256-${hash}'`);
    expect(sources).not.toContain("'unsafe-inline'");
  });

  test('allows inline styles only when the manifest asks for them', () => {
    expect(policyOf('<p>').get('style-src')).not.toContain("'unsafe-inline'");
    expect(policyOf('<p>', { styles: ['unsafe-inline'], scripts: [] }).get('style-src')).toContain("'unsafe-inline'");
  });

  test("lets the sandbox's site frame the page, besides the hosts of production", () => {
    expect(policyOf('<p>').get('frame-ancestors')).toEqual(expect.arrayContaining(['*.atlassian.net', origins.site]));
  });

  test('lets the page connect to nothing on this computer but its own origin', () => {
    const sources = policyOf('<p>').get('connect-src') ?? [];
    expect(sources).toContain("'self'");
    expect(sources.filter((source) => source.includes('127.0.0.1') || source.includes('localhost'))).toEqual([]);
  });

  test('keeps reports of refused content on this computer', () => {
    expect(policyOf('<p>').get('report-uri')).toEqual(['/__sandbox/policy-report']);
  });
});

test("a frame has the sandbox attributes of production's policy, and may not navigate the page around it", () => {
  expect(frameSandbox().split(' ').sort()).toEqual([
    'allow-downloads',
    'allow-forms',
    'allow-modals',
    'allow-pointer-lock',
    'allow-popups',
    'allow-popups-to-escape-sandbox',
    'allow-same-origin',
    'allow-scripts',
  ]);
});
