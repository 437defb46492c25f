/**
 * The first script of every app page: it sets up `globalThis.__bridge`, through which the unmodified `@forge/bridge` of
 * the app talks to the site around the frame. Served from the app's own origin, so the production policy lets it in.
 */
import { createFrameHistory } from './frame-history';
import { SitePort } from './port';
import type { ColorMode, FrameLocation } from './protocol';
import { enableTheme, showTheme } from './theme';

declare global {
  var __bridge: { callBridge: (name: string, data?: unknown) => Promise<unknown> } | undefined;
}

const siteOrigin = document.currentScript?.dataset.site;
if (siteOrigin === undefined) throw new Error('The sandbox served this page without the address of its site.');

const port = new SitePort(siteOrigin);
let themed = false;

globalThis.__bridge = {
  async callBridge(name, data) {
    const value = await port.call(name, data);
    switch (name) {
      case 'createHistory':
        return createFrameHistory(port, value as FrameLocation);
      case 'enableTheming':
        themed = true;
        return enableTheme(value as ColorMode);
      case 'on':
      case 'onPublic':
        return { unsubscribe: () => void port.call('off', value) };
      default:
        return value;
    }
  },
};

port.listen((message) => {
  if (message.type === 'theme' && themed) showTheme(message.colorMode);
});

document.addEventListener('securitypolicyviolation', (event) => {
  const what = event.blockedURI === '' ? event.sample : event.blockedURI;
  port.send({ type: 'violation', text: `${event.effectiveDirective} refused ${what || 'an inline part'} of the page` });
});

const tellHeight = (): void => {
  const height = document.body?.scrollHeight;
  if (height) port.send({ type: 'resize', height });
};
addEventListener('DOMContentLoaded', () => {
  new ResizeObserver(tellHeight).observe(document.body);
  tellHeight();
});
