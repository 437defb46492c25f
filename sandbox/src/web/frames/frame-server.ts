import { join, resolve } from 'node:path';
import { type Context, Hono } from 'hono';
import type { Backend } from '../backend';
import { AVATAR_PATH, BRIDGE_PATH, POLICY_REPORT_PATH, THEME_PATH } from '../choices';
import type { Origins } from '../origins';
import { fileResponse, findStaticFile } from '../static-files';
import { avatarSvg } from './avatar';
import { withBridge } from './frame-page';
import { contentSecurityPolicy } from './policy';

export interface FrameServerDeps {
  backend: Backend;
  origins: Origins;
  /** The folder of `manifest.yml`. */
  appFolder: string;
  /** The folder with the built bridge and theme. */
  frameFolder: string;
}

export const framePath = (resource: string): string => `/resources/${resource}/index.html`;

/** The app's origin: the resource folders of its manifest, each page with its policy and the bridge. */
export function createFrameServer({ backend, origins, appFolder, frameFolder }: FrameServerDeps): Hono {
  const { manifest, activity } = backend;
  const server = new Hono();

  server.use(async (context, next) => {
    if (context.req.header('host') !== new URL(origins.app).host) return context.text('No such host here.', 421);
    await next();
    context.header('x-content-type-options', 'nosniff');
    context.header('cache-control', 'no-cache');
    return undefined;
  });

  const own = (path: string, name: string) =>
    server.get(path, async (context) => {
      const file = await findStaticFile(frameFolder, name);
      return file === undefined ? context.notFound() : fileResponse(file);
    });
  own(BRIDGE_PATH, 'bridge.js');
  own(THEME_PATH, 'theme.css');

  const picture = (context: Context, letters: string): Response =>
    context.body(avatarSvg(letters), 200, { 'content-type': 'image/svg+xml' });
  server.get(`${AVATAR_PATH}/initials/:letters`, (context) => picture(context, context.req.param('letters')));
  server.get(`${AVATAR_PATH}/default-avatar.png`, (context) => picture(context, '?'));

  // The bridge reports refused content in words; this answers the browser's own, additional report.
  server.post(POLICY_REPORT_PATH, (context) => context.body(null, 204));

  const serve = async (context: Context): Promise<Response> => {
    const { key = '' } = context.req.param();
    const resource = manifest.resources.get(key);
    if (resource === undefined) return context.text(`The manifest has no resource "${key}".`, 404);
    const path = decodeURIComponent(context.req.path.slice(`/resources/${key}/`.length)) || 'index.html';
    const translated = backend.translations.bundled(path);
    if (translated !== undefined) return context.json(translated);
    const file = await findStaticFile(resolve(join(appFolder, resource.path)), path);
    if (file === undefined) {
      activity.add({ kind: 'problem', text: `The resource "${key}" has no file ${path}` });
      return context.text(`The resource "${key}" has no file ${path}.`, 404);
    }
    if (!path.endsWith('.html')) return fileResponse(file);
    const html = file.content.toString('utf8');
    const policy = contentSecurityPolicy(html, manifest.content, origins);
    const content = Buffer.from(withBridge(html, origins.site));
    return fileResponse({ type: file.type, content }, { 'content-security-policy': policy });
  };
  server.get('/resources/:key/*', serve);
  return server;
}
