import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { LANGUAGES, type Locale, type Person, type Problems } from '../api-types';
import type { Backend } from '../backend';
import { API_BODY_BYTES } from '../choices';
import { guard } from '../guard';
import type { Origins } from '../origins';
import { peopleOf } from '../people';
import { fileResponse, findStaticFile } from '../static-files';
import { AppCalls } from './app-calls';
import { SiteIssues } from './issues';
import { LiveFeed } from './live';
import { checked, SiteProblem } from './problem';
import { siteInfo } from './site-info';
import { Trouble } from './trouble';
import { SiteUsers } from './users';

const API = '/sandbox-api';
const COOKIE = 'kith-sandbox-person';
const LANGUAGE_COOKIE = 'kith-sandbox-language';

export interface SiteServerDeps {
  backend: Backend;
  origins: Origins;
  /** The folder with the site's built pages. */
  siteFolder: string;
}

/** The site's origin: its pages, and the API behind them. */
export function createSiteServer({ backend, origins, siteFolder }: SiteServerDeps): Hono {
  const { jira } = backend;
  const users = new SiteUsers(jira);
  const issues = new SiteIssues(jira);
  const trouble = new Trouble(backend);
  const appCalls = new AppCalls(backend);
  const server = new Hono();

  server.use(guard(origins.site));
  server.use(
    `${API}/*`,
    bodyLimit({ maxSize: API_BODY_BYTES, onError: (c) => c.json({ message: 'That is too much.' }, 413) }),
  );
  server.onError((error, context) => {
    if (error instanceof SiteProblem) return context.json({ message: error.message }, error.status);
    backend.activity.add({ kind: 'problem', text: `The site failed: ${error.message}` });
    console.error(error);
    return context.json({ message: `The sandbox failed: ${error.message}` }, 500);
  });

  const me = (context: Context): Person => {
    const people = peopleOf(jira);
    const wanted = getCookie(context, COOKIE);
    const person = people.find(({ accountId }) => accountId === wanted) ?? people[0];
    if (person === undefined)
      throw new SiteProblem(409, 'Nobody is left who could sign in. Start over with `npm start -- --fresh`.');
    return person;
  };
  const myId = (context: Context): string => me(context).accountId;

  const api = new Hono();
  api.get('/site', (c) => c.json(siteInfo(backend, origins, peopleOf(jira), me(c), localeOf(c))));
  api.post('/session', async (c) => {
    const { accountId } = checked(z.object({ accountId: z.string() }), await bodyOf(c));
    if (!peopleOf(jira).some((person) => person.accountId === accountId)) {
      throw new SiteProblem(404, 'Nobody with this account id can sign in here.');
    }
    setCookie(c, COOKIE, accountId, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return c.json({});
  });
  api.post('/language', async (c) => {
    const { locale } = checked(
      z.object({ locale: z.enum(LANGUAGES.map((language) => language.locale)) }),
      await bodyOf(c),
    );
    setCookie(c, LANGUAGE_COOKIE, locale, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return c.json({});
  });
  api.get('/users', (c) => c.json(users.list(c.req.query())));
  api.post('/users', async (c) => c.json(users.create(await bodyOf(c))));
  api.get('/users/:id', (c) => c.json(users.get(c.req.param('id'))));
  api.post('/users/:id/changes', async (c) => c.json(users.change(c.req.param('id'), await bodyOf(c))));
  api.get('/issues', (c) => c.json(issues.list(c.req.query(), myId(c))));
  api.post('/issues', async (c) => c.json(issues.create(await bodyOf(c), myId(c))));
  api.get('/issues/:key', (c) => c.json(issues.get(c.req.param('key'), myId(c))));
  api.post('/issues/:key/changes', async (c) => c.json(issues.change(c.req.param('key'), await bodyOf(c), myId(c))));
  api.get('/issues/:key/panels/:module', async (c) => {
    const { key } = issues.get(c.req.param('key'), myId(c));
    return c.json(await appCalls.panelStatus(c.req.param('module'), key, myId(c)));
  });
  api.get('/search', (c) => c.json(issues.search(c.req.query(), myId(c))));
  api.get('/faults', (c) => c.json(trouble.settings));
  api.put('/faults', async (c) => c.json(trouble.set(await bodyOf(c))));
  api.post('/faults/actions', async (c) => c.json(trouble.act(await bodyOf(c))));
  api.post('/invoke', async (c) => c.json(await appCalls.invoke(await bodyOf(c), myId(c), localeOf(c))));
  api.post('/fetch-product', async (c) => c.json(appCalls.fetchProduct(await bodyOf(c), myId(c))));
  api.get('/problems', (c) => c.json({ problems: backend.problems() } satisfies Problems));
  api.post('/violations', async (c) => {
    const { text } = checked(z.object({ text: z.string().max(1000) }), await bodyOf(c));
    backend.activity.add({ kind: 'problem', text });
    return c.json({});
  });
  api.get('/live', (c) =>
    streamSSE(c, async (stream) => {
      const feed = new LiveFeed(backend, (message) => void stream.writeSSE({ data: JSON.stringify(message) }));
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      feed.stop();
    }),
  );
  api.all('*', (c) => c.json({ message: `There is no ${c.req.method} ${c.req.path}.` }, 404));
  server.route(API, api);

  server.get('*', async (context) => {
    const file = await findStaticFile(siteFolder, decodeURIComponent(context.req.path));
    if (file !== undefined) return fileResponse(file);
    const page = await findStaticFile(siteFolder, 'index.html');
    if (page === undefined) throw new Error(`The site is not built: ${siteFolder} has no index.html.`);
    return fileResponse(page, { 'cache-control': 'no-cache', 'content-security-policy': sitePolicy(origins) });
  });
  return server;
}

function localeOf(context: Context): Locale {
  const wanted = getCookie(context, LANGUAGE_COOKIE);
  return LANGUAGES.find(({ locale }) => locale === wanted)?.locale ?? LANGUAGES[0].locale;
}

async function bodyOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch (error) {
    if (error instanceof SyntaxError) throw new SiteProblem(400, 'The body is not JSON.');
    throw error;
  }
}

/** The site's own pages load nothing from elsewhere, and nobody frames them. */
const sitePolicy = ({ app }: Origins): string =>
  `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src ${app}; frame-ancestors 'none'; base-uri 'none'; form-action 'self'`;
