import { BRIDGE_PATH } from '../choices';

/** The page as built with the bridge as its first script, as Forge puts its own bridge there. */
export function withBridge(html: string, siteOrigin: string): string {
  const script = `<script src="${BRIDGE_PATH}" data-site="${siteOrigin}"></script>`;
  const head = /<head(\s[^>]*)?>/i.exec(html);
  if (head !== null) {
    const end = head.index + head[0].length;
    return html.slice(0, end) + script + html.slice(end);
  }
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? '';
  return doctype + script + html.slice(doctype.length);
}
